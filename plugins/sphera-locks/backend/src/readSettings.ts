import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { windowFields } from '@sphera/plugin-locks-common';
import { z } from 'zod/v3';
import type { WindowRule } from './WindowRule';

/** What the configuration says about locks. */
export interface LocksSettings {
  /** Whether the gate lets a service pass that the catalog does not know. */
  allowUnknownServices: boolean;
  windows: WindowRule[];
}

const ROOT = 'sphera.locks';
const settingsSchema = z
  .object({
    unknownServices: z.enum(['deny', 'allow']).default('deny'),
    windows: z
      .array(
        z
          .object(windowFields)
          .strict()
          .refine(
            ({ from, to }) => from.day !== to.day || from.time !== to.time,
            {
              path: ['to'],
              message: 'must be another moment of the week than the beginning',
            },
          ),
      )
      .default([]),
  })
  .strict();

/**
 * The settings from `sphera.locks`, checked.
 * @throws InputError naming each wrong key and what is wrong with it.
 */
export function readSettings(
  config: Config,
  fleet: Pick<Fleet, 'environments'>,
): LocksSettings {
  const parsed = settingsSchema.safeParse(config.getOptional(ROOT) ?? {});
  const problems = parsed.success
    ? unknownEnvironments(parsed.data, fleet)
    : parsed.error.issues.map(
        ({ path, message }) =>
          `${keyOf(path)}: ${message === 'Required' ? 'is missing' : message}`,
      );
  if (!parsed.success || problems.length > 0) {
    throw new InputError(
      `The locks in the configuration are wrong: ${problems.join('; ')}`,
    );
  }
  const { unknownServices, windows } = parsed.data;
  return {
    allowUnknownServices: unknownServices === 'allow',
    windows: windows.map((window, index) => ({
      ...window,
      id: `configured-${index + 1}`,
      origin: 'configuration',
      setIn: keyOf(['windows', index]),
    })),
  };
}

function unknownEnvironments(
  { windows }: z.output<typeof settingsSchema>,
  fleet: Pick<Fleet, 'environments'>,
): string[] {
  const names = fleet.environments.map(({ name }) => name);
  return windows.flatMap(({ environment }, index) =>
    environment === undefined || names.includes(environment)
      ? []
      : [
          `${keyOf([
            'windows',
            index,
            'environment',
          ])}: "${environment}" is not one of sphera.fleet.environments (${
            names.join(', ') || 'there are none'
          })`,
        ],
  );
}

function keyOf(path: Array<string | number>): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${part}`,
    ROOT,
  );
}
