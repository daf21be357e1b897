import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSettings } from '../readSettings';

const FLEET = {
  environments: [
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
  regions: [
    { name: 'eu', title: 'Frankfurt' },
    { name: 'us', title: 'Virginia' },
  ],
  clusters: [
    { name: 's', environment: 'staging', region: 'eu' },
    { name: 'a', environment: 'production', region: 'eu' },
    { name: 'b', environment: 'production', region: 'eu' },
    { name: 'c', environment: 'production', region: 'us' },
  ],
};

/** The settings of flags from `sphera.flags`. */
export const read = (flags: object) =>
  readSettings(
    new ConfigReader({ sphera: { flags } } as unknown as JsonObject),
    FLEET,
  );

/** The sentence by which settings stop the start. */
export function refusal(flags: object): string {
  try {
    read(flags);
  } catch (error) {
    return (error as Error).message;
  }
  return 'they are good';
}
