import type { AwsStandIn } from '../aws/AwsStandIn';
import { fleetServiceName } from '../kubernetes/fillFleet';

const DAY = 86_400_000;

/** How many secrets a generated fleet has, and where. */
export interface SecretsSize {
  /** Services: `service-0001`, … as `fillFleet` names them. */
  services: number;
  /** Secrets of each service in each place: `secret-01`, … */
  secretsEach: number;
  places: Array<{ environment: string; account: string; region: string }>;
  /** Owner of a service by its number from 0; `team-0` … `team-19` if absent. */
  ownerOf?(service: number): string;
}

/** Fills every place alike, to the standard of the demo company: a value differs between environments only. */
export function fillSecrets({
  services,
  secretsEach,
  places,
  ownerOf = number => `team-${number % 20}`,
}: SecretsSize): (aws: AwsStandIn) => void {
  return aws => {
    const now = aws.clock.now();
    for (const { environment, account, region } of places) {
      const store = aws.secrets(account, region);
      for (let number = 0; number < services; number++) {
        const service = fleetServiceName(number);
        const tags = standardTags({
          service,
          environment,
          owner: ownerOf(number),
        });
        for (let secret = 1; secret <= secretsEach; secret++) {
          const name = `secret-${String(secret).padStart(2, '0')}`;
          const createdAt = now - (1 + ((number + secret) % 300)) * DAY;
          store.put({
            name: `${environment}/${service}/${name}`,
            kmsKeyId: `alias/kestrel-${environment}`,
            tags,
            createdAt,
            versions: [
              {
                value: `filled in: ${environment} ${service} ${name}`,
                createdAt,
              },
            ],
          });
        }
      }
    }
  };
}

/** The tags that the standard of the demo company asks for. */
export function standardTags({
  service,
  environment,
  owner,
}: {
  service: string;
  environment: string;
  owner: string;
}) {
  return [
    { Key: 'service', Value: service },
    { Key: 'environment', Value: environment },
    { Key: 'owner', Value: owner },
    { Key: 'rotation-owner', Value: owner },
    { Key: 'managed-by', Value: 'sphera' },
  ];
}
