import type {
  SecretsFacts,
  ServiceSecrets,
} from '@sphera/plugin-secrets-common';

/** What the hub shows of the secrets of a service. */
export function secretsFacts({
  secrets,
  drifting,
  kinds,
  notToStandard,
  environments,
}: ServiceSecrets): SecretsFacts {
  return {
    secrets,
    drifting,
    kinds,
    notToStandard,
    environments: environments.map(one => ({
      environment: one.environment,
      secrets: one.secrets,
      isComplete: one.isComplete,
    })),
  };
}
