import { startSecretsManagerStandIn } from '@sphera/dev-fleet';
import { createSecret, listPlaces } from '@sphera/plugin-secrets-common';
import type { Portal } from './startPortal';

const REGION = 'eu';
const ACCOUNTS = { staging: '111111111111', production: '222222222222' };
const MANY = 80;
const DAY = 86_400_000;

/** AWS for tests of the portal, with many secrets of one service in staging and production. */
export interface AwsOfTest {
  /** `aws` of the configuration. */
  aws: object;
  /** `sphera.secrets` of the configuration. */
  secrets: object;
  /** Name of a secret that nobody was given before; it is in both environments, and had another value before. */
  secret(): string;
  /** Full name of such a secret in production that is not to the standard. */
  misnamed(): string;
  /** Full name of such a secret in production that belongs to nobody. */
  unowned(): string;
  /** Id of a change of a new secret that reached staging and not production. */
  unfinished(portal: Portal, token: string): Promise<string>;
  /** Waits until the portal has looked through all of it. */
  seenBy(portal: Portal, token: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts AWS with the secrets of a service. */
export async function startAws(service: string): Promise<AwsOfTest> {
  const names = Array.from({ length: MANY }, (_, n) => `secret-${n + 1}`);
  const accounts = Object.entries(ACCOUNTS).map(([environment, account]) => ({
    account,
    accessKeyId: `KEYOF${environment.toUpperCase()}`,
    secretAccessKey: `key-of-${environment}-Zr4tQm8w`,
  }));
  const standIn = await startSecretsManagerStandIn({
    accounts,
    fill(aws) {
      const createdAt = aws.clock.now() - DAY;
      for (const [environment, account] of Object.entries(ACCOUNTS)) {
        const store = aws.secrets(account, REGION);
        const put = (name: string, tags: Record<string, string>) =>
          store.put({
            name,
            tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
            createdAt,
            versions: ['earlier', 'later'].map(when => ({
              value: `${when} value of ${name}`,
              createdAt,
            })),
          });
        for (const name of names) {
          put(`${environment}/${service}/${name}`, {});
          put(`misnamed-${name}`, { service });
          put(`nobodys-${name}`, {});
        }
      }
    },
  });
  const taker = (prefix: string) => {
    const left = names.map(name => `${prefix}${name}`);
    return () => left.shift()!;
  };
  let changes = 0;
  return {
    aws: {
      accounts: accounts.map(({ account, ...keys }) => ({
        accountId: account,
        ...keys,
      })),
    },
    secrets: {
      places: Object.entries(ACCOUNTS).map(([environment, account]) => ({
        environment,
        account,
        regions: [REGION],
        endpoint: standIn.endpoint,
      })),
      fingerprintKeys: [
        { id: 'test', secret: 'fingerprints-of-a-test-Jw3nVx9pQk5sLd7r' },
      ],
    },
    secret: taker(''),
    misnamed: taker('misnamed-'),
    unowned: taker('nobodys-'),
    async unfinished(portal, token) {
      const production = { account: ACCOUNTS.production };
      const apis = ['CreateSecret'];
      standIn.aws.fault({ ...production, apis, fault: 'denied' });
      const response = await portal.ask(
        createSecret,
        {
          service,
          environments: ['staging', 'production'],
          name: `half-done-${++changes}`,
          generate: { length: 20 },
        },
        token,
      );
      standIn.aws.fault({ ...production, apis, fault: 'none' });
      const { error } = await response.json();
      return error.details.change as string;
    },
    async seenBy(portal, token) {
      for (;;) {
        const response = await portal.ask(listPlaces, {}, token);
        const { items } = await response.json();
        if (items.every((place: any) => place.state === 'live')) return;
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    stop: () => standIn.stop(),
  };
}
