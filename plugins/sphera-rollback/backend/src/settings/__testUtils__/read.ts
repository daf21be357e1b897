import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSettings } from '../readSettings';

const fleet = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [{ name: 'eu-central-1', title: 'Frankfurt' }],
  clusters: [
    { name: 's', environment: 'staging', region: 'eu-central-1' },
    { name: 'p', environment: 'production', region: 'eu-central-1' },
  ],
};

/** The settings of rollbacks from a whole configuration. */
export const readAll = (config: object) =>
  readSettings(new ConfigReader(config as JsonObject), fleet);

/** The settings of rollbacks from `sphera.rollback`, beside GitHub and nothing else. */
export const read = (rollback: object) => readAll({ sphera: { rollback } });

/** The sentence by which settings stop the start. */
export function refusal(rollback: object): string {
  try {
    read(rollback);
  } catch (error) {
    return (error as Error).message;
  }
  return 'they are good';
}
