import type { Suite } from './contract';

/** Keys that moto takes for those of its own account. */
const mainAccount = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'of-no-use',
};

const REGIONS = ['eu-central-1', 'us-east-1'];
const ACCOUNTS = { first: '111111111111', second: '222222222222' };

/**
 * moto's server (https://docs.getmoto.org), which scripts/moto.mjs starts. Its accounts are
 * those of the roles that it is asked to hand out.
 */
export function moto(env: NodeJS.ProcessEnv): Suite {
  return {
    on: 'moto',
    regions: REGIONS,
    differences: [
      'batch-ignores-labels',
      'no-limits',
      'previous-is-no-secret',
      'deleted-is-writable',
    ],
    async open() {
      const endpoint = env.SPHERA_TEST_MOTO_URL;
      if (!endpoint) {
        throw new Error(
          'SPHERA_TEST_MOTO_URL is not set: run this with "npm run test:services"',
        );
      }
      const before = process.env.AWS_ENDPOINT_URL_STS;
      process.env.AWS_ENDPOINT_URL_STS = endpoint;
      const accounts = Object.entries(ACCOUNTS);
      return {
        aws: {
          mainAccount,
          accounts: accounts.map(([, accountId]) => ({
            accountId,
            roleName: 'sphera',
          })),
        },
        places: accounts.flatMap(([environment, account]) =>
          REGIONS.map(region => ({ environment, region, account, endpoint })),
        ),
        limits: { CreateSecret: 1_000, PutSecretValue: 1_000 },
        prefix: 'sphera-test/',
        close() {
          if (before) process.env.AWS_ENDPOINT_URL_STS = before;
          else delete process.env.AWS_ENDPOINT_URL_STS;
        },
      };
    },
  };
}
