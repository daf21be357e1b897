import type { ContainerRecord, Quantities } from '../records';
import type { RecordTools } from './metadata';

type Reference = Record<string, unknown>;

/** A container of a pod template, as far as it is read here. */
export interface RawContainer {
  name: string;
  image?: string;
  resources?: { requests?: Quantities; limits?: Quantities };
  env?: Array<{ name: string; value?: string; valueFrom?: Reference }>;
  envFrom?: Array<{
    prefix?: string;
    configMapRef?: { name?: string };
    secretRef?: { name?: string };
  }>;
}

/** Containers of a pod template; one copy for all deployments that have the same. */
export function containerRecords(
  containers: RawContainer[] | undefined,
  tools: RecordTools,
): ContainerRecord[] {
  return (containers ?? []).map(container =>
    tools.pool.value({
      name: container.name,
      image: container.image ?? '',
      requests: quantities(container.resources?.requests),
      limits: quantities(container.resources?.limits),
      variables: variablesOf(container, tools),
    }),
  );
}

function quantities({ cpu, memory }: Quantities = {}): Quantities {
  return {
    ...(cpu !== undefined && { cpu: String(cpu) }),
    ...(memory !== undefined && { memory: String(memory) }),
  };
}

/** A value by its fingerprint, a reference by what it refers to; sorted, so that order is no difference. */
function variablesOf(
  { env = [], envFrom = [] }: RawContainer,
  { fingerprints }: RecordTools,
): Record<string, string> {
  const variables = env.map(({ name, value, valueFrom }): [string, string] => [
    name,
    valueFrom ? referenceOf(valueFrom) : fingerprints.of(value ?? ''),
  ]);
  const wholes = envFrom.map(
    ({ prefix, configMapRef, secretRef }): [string, string] => [
      secretRef
        ? `all of Secret ${secretRef.name}`
        : `all of ConfigMap ${configMapRef?.name}`,
      prefix ? `prefixed ${prefix}` : 'as they are',
    ],
  );
  return Object.fromEntries(
    [...variables, ...wholes].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** `secretKeyRef payments-db password`. */
function referenceOf(valueFrom: Reference): string {
  const [kind, reference] = Object.entries(valueFrom)[0] ?? ['', {}];
  const { name, key, fieldPath, containerName, resource } = (reference ??
    {}) as Record<string, string | undefined>;
  return [kind, name, key, fieldPath, containerName, resource]
    .filter(Boolean)
    .join(' ');
}
