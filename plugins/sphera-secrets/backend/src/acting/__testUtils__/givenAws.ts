import type { SecretsManagerStandIn } from '@sphera/dev-fleet';
import { ACCOUNTS } from '../../__testUtils__/settings';

/** The regions of each environment, in the order of the fleet. */
export const REGIONS = ['eu-central-1', 'us-east-1', 'ap-southeast-2'];

/** Looks at AWS from the inside, without the portal. */
export function inside({ aws }: SecretsManagerStandIn) {
  const find = (environment: string, region: string, fullName: string) =>
    aws.secrets(ACCOUNTS[environment], region).find(fullName);
  const labelled = (
    label: string,
    environment: string,
    region: string,
    fullName: string,
  ) =>
    find(environment, region, fullName)?.versions.find(({ labels }) =>
      labels.includes(label),
    );
  return {
    find,
    /** Its current value in a place; absent: there is none. */
    value: (environment: string, region: string, fullName: string) =>
      labelled('AWSCURRENT', environment, region, fullName)?.value,
    /** The current values of an environment, in the order of the fleet. */
    values: (environment: string, fullName: string) =>
      REGIONS.map(
        region => labelled('AWSCURRENT', environment, region, fullName)?.value,
      ),
    versionId: (environment: string, region: string, fullName: string) =>
      labelled('AWSCURRENT', environment, region, fullName)?.id,
    /** The tags of a secret. */
    tags: (environment: string, region: string, fullName: string) =>
      Object.fromEntries(
        (find(environment, region, fullName)?.tags ?? []).map(
          ({ Key, Value }) => [Key, Value],
        ),
      ),
    /** Whether a version is staged somewhere in an environment. */
    isStaged: (environment: string, fullName: string) =>
      REGIONS.some(region =>
        labelled('sphera-staged', environment, region, fullName),
      ),
  };
}
