import { paginateListSecrets } from '@aws-sdk/client-secrets-manager';
import {
  ACCOUNT,
  OTHER_ACCOUNT,
  REGION,
  startTestAws,
} from '../aws/__testUtils__/aws';
import { fillSecrets } from './fillSecrets';

it('fills every place alike, with values that differ between environments only', async () => {
  const region = REGION;
  const aws = await startTestAws({
    fill: fillSecrets({
      services: 30,
      secretsEach: 10,
      places: [
        { environment: 'staging', account: ACCOUNT, region },
        { environment: 'production', account: OTHER_ACCOUNT, region },
        {
          environment: 'production',
          account: OTHER_ACCOUNT,
          region: 'us-east-1',
        },
      ],
    }),
  });
  const names: string[] = [];
  for await (const { SecretList = [] } of paginateListSecrets(
    { client: aws.client() },
    {},
  )) {
    names.push(...SecretList.map(({ Name }) => Name!));
  }
  expect(new Set(names).size).toBe(300);
  expect(names).toContain('staging/service-0030/secret-10');
  const valueIn = (account: string, where: string, environment: string) =>
    aws.aws.secrets(account, where).get(`${environment}/service-0001/secret-01`)
      .versions[0].value;
  const production = valueIn(OTHER_ACCOUNT, region, 'production');
  expect(valueIn(OTHER_ACCOUNT, 'us-east-1', 'production')).toBe(production);
  expect(valueIn(ACCOUNT, region, 'staging')).not.toBe(production);
  await aws.stop();
});
