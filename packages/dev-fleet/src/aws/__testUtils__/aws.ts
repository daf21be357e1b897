import {
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { ManualClock } from '../../kubernetes/__testUtils__/ManualClock';
import {
  startSecretsManagerStandIn,
  type SecretsManagerStandIn,
} from '../startSecretsManagerStandIn';

export const ACCOUNT = '111111111111';
export const OTHER_ACCOUNT = '222222222222';
export const REGION = 'eu-central-1';

const keys = { accessKeyId: 'TESTKEY0000000000001', secretAccessKey: 'any' };
const otherKeys = {
  accessKeyId: 'TESTKEY0000000000002',
  secretAccessKey: 'any',
};

/** A stand-in with two accounts on a clock that stands still, and clients of it. */
export async function startTestAws(
  options: Partial<Parameters<typeof startSecretsManagerStandIn>[0]> = {},
) {
  const clock = new ManualClock();
  const standIn: SecretsManagerStandIn = await startSecretsManagerStandIn({
    accounts: [
      { account: ACCOUNT, ...keys, roles: ['sphera-secrets'] },
      { account: OTHER_ACCOUNT, ...otherKeys, roles: ['sphera-secrets'] },
    ],
    clock,
    ...options,
  });
  const clients: Array<{ destroy(): void }> = [];
  return {
    ...standIn,
    clock,
    /** One attempt a call, so that a test sees each error. */
    client(config: SecretsManagerClientConfig = {}) {
      const client = new SecretsManagerClient({
        endpoint: standIn.endpoint,
        region: REGION,
        credentials: keys,
        maxAttempts: 1,
        ...config,
      });
      clients.push(client);
      return client;
    },
    sts(config: STSClientConfig = {}) {
      const client = new STSClient({
        endpoint: standIn.stsEndpoint,
        region: REGION,
        credentials: keys,
        maxAttempts: 1,
        ...config,
      });
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) client.destroy();
      await standIn.stop();
    },
  };
}

export type TestAws = Awaited<ReturnType<typeof startTestAws>>;
