import { startSecretsManagerStandIn } from '@sphera/dev-fleet';
import type { ContractAws } from './contract';

/** Regions of the places that `startStandIn` has. */
export const REGIONS = ['eu-central-1', 'us-east-1'];

const main = {
  account: '333333333333',
  accessKeyId: 'KEYOFTHEPORTAL',
  secretAccessKey: 'of-no-use',
};
const ACCOUNTS = { first: '111111111111', second: '222222222222' };
const roles = ['sphera'];

/** The stand-in of AWS with two accounts besides the portal's own, whose role it takes on in each. */
export async function startStandIn() {
  const accounts = Object.entries(ACCOUNTS);
  const standIn = await startSecretsManagerStandIn({
    accounts: [main, ...accounts.map(([, account]) => ({ account, roles }))],
  });
  const { endpoint, stsEndpoint } = standIn;
  const before = process.env.AWS_ENDPOINT_URL_STS;
  process.env.AWS_ENDPOINT_URL_STS = stsEndpoint;
  const { account: _, ...mainAccount } = main;
  const contract: ContractAws = {
    aws: {
      mainAccount,
      accounts: accounts.map(([, accountId]) => ({
        accountId,
        roleName: roles[0],
      })),
    },
    places: accounts.flatMap(([environment, account]) =>
      REGIONS.map(region => ({ environment, region, account, endpoint })),
    ),
    limits: { CreateSecret: 1_000, PutSecretValue: 1_000 },
    prefix: 'sphera-test/',
    async close() {
      if (before) process.env.AWS_ENDPOINT_URL_STS = before;
      else delete process.env.AWS_ENDPOINT_URL_STS;
      await standIn.stop();
    },
  };
  return { standIn, contract };
}
