import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { SecretRecord } from '../records/SecretRecord';
import type { SecretsMemory } from '../records/SecretsMemory';

/**
 * The secrets of a service. Full names and tags carry no namespace, so that only
 * services of the namespace `default` have any: another of the same name elsewhere gets none.
 */
export function recordsOf(
  memory: Pick<SecretsMemory, 'ofService'>,
  { ref, name }: Pick<ServiceEntry, 'ref' | 'name'>,
): readonly SecretRecord[] {
  return mayHaveSecrets(ref) ? memory.ofService(name.toLowerCase()) : [];
}

/** Whether a service (entity ref) can have secrets at all. */
export function mayHaveSecrets(ref: string): boolean {
  return ref.startsWith('component:default/');
}
