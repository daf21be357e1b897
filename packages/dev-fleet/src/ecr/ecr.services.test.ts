import {
  describeEcr,
  type ContractEcr,
  type Difference,
} from './__testUtils__/contract';

/** The account that moto takes callers without a role for. */
const account = '123456789012';

const differences: Difference[] = [
  'no-pages',
  'other-refusal',
  'untagged-is-gone',
];

describeEcr('moto', openMoto, differences);

async function openMoto(): Promise<ContractEcr> {
  const endpoint = process.env.SPHERA_TEST_MOTO_URL;
  if (!endpoint) {
    throw new Error(
      'SPHERA_TEST_MOTO_URL is not set: run this with "npm run test:services"',
    );
  }
  return {
    account,
    config: {
      endpoint,
      region: 'eu-central-1',
      credentials: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'of-no-use',
      },
      maxAttempts: 1,
    },
    async close() {},
  };
}
