import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
} from '@aws-sdk/client-ecr';
import { startSecretsManagerStandIn } from '../aws/startSecretsManagerStandIn';
import { describeEcr } from './__testUtils__/contract';

const account = '111111111111';
const credentials = { accessKeyId: 'KEYOFATEST', secretAccessKey: 'any' };

describeEcr('the stand-in', async () => {
  const { ecrEndpoint, stop } = await startSecretsManagerStandIn({
    accounts: [{ account, ...credentials }],
  });
  return {
    account,
    config: {
      endpoint: ecrEndpoint,
      region: 'eu-central-1',
      credentials,
      maxAttempts: 1,
    },
    close: stop,
  };
});

describe('the stand-in of ECR', () => {
  const repositoryNames = ['quotes'];
  const create = new CreateRepositoryCommand({ repositoryName: 'quotes' });
  const describeThem = new DescribeRepositoriesCommand({ repositoryNames });
  let standIn: Awaited<ReturnType<typeof startSecretsManagerStandIn>>;
  let client: ECRClient;
  beforeEach(async () => {
    standIn = await startSecretsManagerStandIn({
      accounts: [{ account, ...credentials }],
    });
    client = new ECRClient({
      endpoint: standIn.ecrEndpoint,
      region: 'eu-central-1',
      credentials,
      maxAttempts: 1,
    });
  });
  afterEach(async () => {
    client.destroy();
    await standIn.stop();
  });

  it('refuses a call once as AWS would', async () => {
    const apis = ['CreateRepository'];
    standIn.aws.fault({ fault: 'denied', apis, times: 1 });
    await expect(client.send(create)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:iam::${account}:user/portal is not authorized to perform: ecr:CreateRepository because no identity-based policy allows the ecr:CreateRepository action`,
    });
    await client.send(create);
  });

  it('can lose an answer after it has done what was asked', async () => {
    const apis = ['CreateRepository'];
    standIn.aws.fault({ fault: 'lost', apis, times: 1 });
    await expect(client.send(create)).rejects.toThrow();
    expect((await client.send(describeThem)).repositories).toHaveLength(1);
  });

  it('shows what was pushed past the API', async () => {
    const registry = standIn.aws.images(account, 'eu-central-1');
    registry.add({ name: 'quotes', tagMutability: 'IMMUTABLE' });
    registry.push('quotes', '1.0.0');
    const { repositories } = await client.send(describeThem);
    expect(repositories).toMatchObject([{ imageTagMutability: 'IMMUTABLE' }]);
    expect(registry.get('quotes').images).toMatchObject([{ tags: ['1.0.0'] }]);
  });
});
