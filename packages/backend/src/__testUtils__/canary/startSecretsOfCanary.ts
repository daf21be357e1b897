import {
  startSecretsManagerStandIn,
  type SecretsManagerStandIn,
} from '@sphera/dev-fleet';
import { newCanary } from './canaries';

/** Regions in which each environment keeps secrets. */
export const REGIONS = ['eu-central-1', 'us-east-1'];
/** Environments and their AWS accounts. */
export const ACCOUNTS = { staging: '111111111111', production: '222222222222' };
const MAIN = '333333333333';
const KEY = {
  accessKeyId: 'KEYOFTHEPORTAL',
  secretAccessKey: 'kdqPz7vXw2Lm9RtYbN4cHs8JfGu3VeTa',
};
const FINGERPRINTS = 'Wm4tZq9XcR2vHs7NbKd8Yf3GpLx6JuTe';
const DAY = 86_400_000;

/** Secrets in four places, each value a canary. */
export interface SecretsOfCanary {
  standIn: SecretsManagerStandIn;
  /** `aws` of the configuration. */
  aws: object;
  /** `sphera.secrets` of the configuration. */
  secrets: object;
  /** Every value that AWS holds now, and the portal's own keys. */
  values(): Array<string | Buffer>;
  stop(): Promise<void>;
}

/** Starts AWS with secrets of a service that are to be found, compared, mended and adopted. */
export async function startSecretsOfCanary(
  service: string,
): Promise<SecretsOfCanary> {
  const standIn = await startSecretsManagerStandIn({
    accounts: [
      { account: MAIN, ...KEY },
      ...Object.values(ACCOUNTS).map(account => ({
        account,
        roles: ['sphera'],
      })),
    ],
  });
  const stores = () =>
    Object.values(ACCOUNTS).flatMap(account =>
      REGIONS.map(region => standIn.aws.secrets(account, region)),
    );
  for (const [environment, account] of Object.entries(ACCOUNTS)) {
    for (const region of REGIONS) {
      const createdAt = standIn.aws.clock.now() - DAY;
      const put = (name: string, tags: Record<string, string> = {}) =>
        standIn.aws.secrets(account, region).put({
          name,
          tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
          createdAt,
          versions: [newCanary(), newCanary()].map(value => ({
            value,
            createdAt,
          })),
        });
      put(`${environment}/${service}/drifting`);
      put(`misnamed-${environment}`, { service });
      put(`nobodys-${environment}`);
    }
  }
  const before = process.env.AWS_ENDPOINT_URL_STS;
  process.env.AWS_ENDPOINT_URL_STS = standIn.stsEndpoint;
  return {
    standIn,
    aws: {
      mainAccount: KEY,
      accounts: Object.values(ACCOUNTS).map(accountId => ({
        accountId,
        roleName: 'sphera',
      })),
    },
    secrets: {
      places: Object.entries(ACCOUNTS).map(([environment, account]) => ({
        environment,
        account,
        regions: REGIONS,
        endpoint: standIn.endpoint,
      })),
      standard: {
        forbidden: [
          {
            pattern: '-----BEGIN [A-Z ]*PRIVATE KEY-----',
            because: 'a private key in plain',
          },
        ],
      },
      fingerprintKeys: [{ id: 'canary', secret: FINGERPRINTS }],
      sweepEvery: 'PT5S',
    },
    values: () => [
      KEY.secretAccessKey,
      FINGERPRINTS,
      ...stores().flatMap(store =>
        store
          .ordered()
          .flatMap(({ versions }) => versions.map(({ value }) => value)),
      ),
    ],
    async stop() {
      if (before === undefined) delete process.env.AWS_ENDPOINT_URL_STS;
      else process.env.AWS_ENDPOINT_URL_STS = before;
      await standIn.stop();
    },
  };
}
