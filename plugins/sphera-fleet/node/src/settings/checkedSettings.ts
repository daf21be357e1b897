import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { z } from 'zod/v3';

/** Environments, regions or clusters of the fleet. */
type Named = ReadonlyArray<{ name: string }>;

/** One wrong key below the root, and what is wrong with it. */
export interface SettingProblem {
  path: Array<string | number>;
  message: string;
}

/**
 * What the configuration says below a root, checked.
 * @throws InputError naming each wrong key and what is wrong with it.
 */
export function checkedSettings<S extends z.ZodTypeAny>(
  config: Config,
  options: {
    /** Like `sphera.locks`. */
    root: string;
    /** How the sentence begins: `The locks in the configuration are wrong`. */
    complaint: string;
    schema: S;
    /** What a schema cannot see: things that contradict each other or the fleet. */
    contradictions?: (settings: z.output<S>) => SettingProblem[];
  },
): z.output<S> {
  const { root, complaint, schema, contradictions } = options;
  const parsed = schema.safeParse(config.getOptional(root) ?? {});
  const problems: SettingProblem[] = parsed.success
    ? contradictions?.(parsed.data) ?? []
    : parsed.error.issues;
  if (parsed.success && problems.length === 0) return parsed.data;
  const sentences = problems.map(
    ({ path, message }) =>
      `${settingKey(root, path)}: ${
        message === 'Required' ? 'is missing' : message
      }`,
  );
  throw new InputError(`${complaint}: ${sentences.join('; ')}`);
}

/** A key as people read it: `sphera.locks.windows[0].reason`. */
export function settingKey(root: string, path: Array<string | number>): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${part}`,
    root,
  );
}

/** What is wrong with an environment that a setting names; nothing where it names none. */
export function unknownEnvironment(
  fleet: { environments: Named },
  path: Array<string | number>,
  environment: string | undefined,
): SettingProblem[] {
  return notAmong(fleet.environments, 'environments', path, environment);
}

/** What is wrong with a region that a setting names; nothing where it names none. */
export function unknownRegion(
  fleet: { regions: Named },
  path: Array<string | number>,
  region: string | undefined,
): SettingProblem[] {
  return notAmong(fleet.regions, 'regions', path, region);
}

/** What is wrong with a cluster that a setting names; nothing where it names none. */
export function unknownCluster(
  fleet: { clusters: Named },
  path: Array<string | number>,
  cluster: string | undefined,
): SettingProblem[] {
  return notAmong(fleet.clusters, 'clusters', path, cluster);
}

function notAmong(
  places: Named,
  key: string,
  path: Array<string | number>,
  name: string | undefined,
): SettingProblem[] {
  if (name === undefined || places.some(place => place.name === name)) {
    return [];
  }
  const names = places.map(place => place.name).join(', ') || 'there are none';
  const message = `"${name}" is not one of sphera.fleet.${key} (${names})`;
  return [{ path, message }];
}
