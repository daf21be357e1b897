import { Config } from '@backstage/config';
import { Fleet, readFleet } from '@sphera/plugin-fleet-common';
import { z } from 'zod/v3';
import {
  checkedSettings,
  settingKey,
  type SettingProblem,
  unknownEnvironment,
  unknownRegion,
} from './settings/checkedSettings';

const ROOT = 'sphera.fleet';

const name = z
  .string({ required_error: 'is missing' })
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be lower-case letters, digits and dashes, like eu-central-1',
  );
const annotations = z.record(z.string()).optional();
const place = z
  .object({ name, title: z.string().min(1).optional(), annotations })
  .strict();
const cluster = z
  .object({
    name,
    environment: name,
    region: name,
    url: z
      .string()
      .url(
        'must be the address of its API server, like https://k8s.example.com',
      )
      .optional(),
    remote: z
      .boolean({ invalid_type_error: 'must be true or false' })
      .optional(),
    annotations,
  })
  .passthrough();
const fleetSchema = z
  .object({
    environments: z.array(place).default([]),
    regions: z.array(place).default([]),
    clusters: z.array(cluster).default([]),
  })
  .strict();

/**
 * The fleet from `sphera.fleet`, checked.
 * @throws InputError naming each wrong key and what is wrong with it.
 */
export function checkFleet(config: Config): Fleet {
  checkedSettings(config, {
    root: ROOT,
    complaint: 'The fleet in the configuration is wrong',
    schema: fleetSchema,
    contradictions,
  });
  return readFleet(config);
}

function contradictions(fleet: z.output<typeof fleetSchema>): SettingProblem[] {
  const { environments, regions, clusters } = fleet;
  return [
    ...duplicates('environments', environments),
    ...duplicates('regions', regions),
    ...duplicates('clusters', clusters),
    ...clusters.flatMap(addressProblems),
    ...clusters.flatMap(({ environment }, index) =>
      unknownEnvironment(
        fleet,
        ['clusters', index, 'environment'],
        environment,
      ),
    ),
    ...clusters.flatMap(({ region }, index) =>
      unknownRegion(fleet, ['clusters', index, 'region'], region),
    ),
  ];
}

function addressProblems(
  { url, remote, access }: z.output<typeof cluster>,
  index: number,
): SettingProblem[] {
  const problem = (key: string, message: string) => [
    { path: ['clusters', index, key], message },
  ];
  if (remote && (url || access)) {
    const key = url ? 'url' : 'access';
    return problem(
      key,
      'cannot be together with remote: true, which says that the portal has no connection to the cluster',
    );
  }
  return url || remote
    ? []
    : problem(
        'url',
        'is missing: the address of its API server (or remote: true, where the portal has no connection to it)',
      );
}

function duplicates(
  list: string,
  places: Array<{ name: string }>,
): SettingProblem[] {
  const firstOf = new Map<string, number>();
  return places.flatMap(({ name: taken }, index) => {
    const first = firstOf.get(taken);
    if (first === undefined) {
      firstOf.set(taken, index);
      return [];
    }
    const key = settingKey(ROOT, [list, first]);
    const message = `"${taken}" is already the name of ${key}`;
    return [{ path: [list, index, 'name'], message }];
  });
}
