import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Fleet, readFleet } from '@sphera/plugin-fleet-common';
import { z } from 'zod/v3';

const name = z
  .string({ required_error: 'is missing' })
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be lower-case letters, digits and dashes, like eu-central-1',
  );
const place = z.object({ name, title: z.string().min(1).optional() }).strict();
const cluster = z
  .object({
    name,
    environment: name,
    region: name,
    url: z
      .string({ required_error: 'is missing: the address of its API server' })
      .url(
        'must be the address of its API server, like https://k8s.example.com',
      ),
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
  const raw = config.getOptional('sphera.fleet') ?? {};
  const parsed = fleetSchema.safeParse(raw);
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map(
        issue => `${keyOf(issue.path)}: ${issue.message}`,
      );
  if (problems.length > 0) {
    throw new InputError(
      `The fleet in the configuration is wrong: ${problems.join('; ')}`,
    );
  }
  return readFleet(config);
}

function contradictions(fleet: z.output<typeof fleetSchema>): string[] {
  const { environments, regions, clusters } = fleet;
  return [
    ...duplicates('environments', environments),
    ...duplicates('regions', regions),
    ...duplicates('clusters', clusters),
    ...unknown('environment', clusters, environments),
    ...unknown('region', clusters, regions),
  ];
}

function duplicates(list: string, places: Array<{ name: string }>): string[] {
  return places.flatMap((one, index) => {
    const first = places.findIndex(other => other.name === one.name);
    return first === index
      ? []
      : [
          `${keyOf([list, index, 'name'])}: "${
            one.name
          }" is already the name of ${keyOf([list, first])}`,
        ];
  });
}

function unknown(
  field: 'environment' | 'region',
  clusters: z.output<typeof cluster>[],
  defined: Array<{ name: string }>,
): string[] {
  const names = defined.map(one => one.name);
  return clusters.flatMap((one, index) =>
    names.includes(one[field])
      ? []
      : [
          `${keyOf(['clusters', index, field])}: "${
            one[field]
          }" is not one of sphera.fleet.${field}s (${
            names.join(', ') || 'there are none'
          })`,
        ],
  );
}

function keyOf(path: Array<string | number>): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${part}`,
    'sphera.fleet',
  );
}
