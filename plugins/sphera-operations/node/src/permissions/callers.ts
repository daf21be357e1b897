import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Operation, Target } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** What the token of one program may ask. */
export interface CallerGrant {
  /** Subject of the token, or `*` for every token. */
  subject: string;
  /** Ids like `sphera-locks:gate`; `sphera-locks:*` is all of one plugin. */
  operations: string[];
  /** Entity refs; absent: every service, and calls that name none. */
  services?: string[];
  /** Absent: every environment, and calls that name none. */
  environments?: string[];
}

const grantSchema = z
  .object({
    subject: z.string().min(1),
    operations: z
      .array(
        z
          .string()
          .regex(
            /^[a-z0-9-]+:([a-z0-9-]+|\*)$/,
            'must be an operation like sphera-locks:gate, or sphera-locks:*',
          ),
      )
      .min(1),
    services: z.array(z.string()).min(1).optional(),
    environments: z.array(z.string()).min(1).optional(),
  })
  .strict();

// Asking whether one may deploy is what every pipeline's token is for.
const EVERY_TOKEN: CallerGrant = {
  subject: '*',
  operations: ['sphera-locks:gate'],
};
// Subject of the tokens that the backend's own plugins make for each other.
const OWN_PLUGIN = /^plugin:sphera-/;

/**
 * The grants in `sphera.policy.callers`.
 * @throws InputError naming the wrong key.
 */
export function readCallers(config: Config): CallerGrant[] {
  const raw = config.getOptional('sphera.policy.callers') ?? [];
  const parsed = z.array(grantSchema).safeParse(raw);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${keyOf(path)}: ${message}`,
    );
    throw new InputError(
      `The callers in the policy are wrong: ${problems.join('; ')}`,
    );
  }
  return parsed.data;
}

/** Whether a program's token may ask for this operation on this target. */
export function callerMay(
  grants: CallerGrant[],
  subject: string,
  operation: Operation,
  target: Target,
): boolean {
  if (OWN_PLUGIN.test(subject)) return true;
  return [EVERY_TOKEN, ...grants].some(
    grant =>
      (grant.subject === '*' || grant.subject === subject) &&
      grant.operations.some(
        id => id === operation.id || id === `${operation.plugin}:*`,
      ) &&
      within(grant.services, target.service) &&
      within(grant.environments, target.environment),
  );
}

function within(granted: string[] | undefined, asked: string | undefined) {
  return !granted || (asked !== undefined && granted.includes(asked));
}

function keyOf(path: Array<string | number>): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${part}`,
    'sphera.policy.callers',
  );
}
