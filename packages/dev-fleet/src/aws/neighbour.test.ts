import {
  startKubernetesStandIn,
  type KubernetesStandIn,
} from '../kubernetes/startKubernetesStandIn';
import { asNeighbour } from './asNeighbour';
import { AwsStandIn } from './AwsStandIn';

let clusters: KubernetesStandIn;
let aws: AwsStandIn;

beforeEach(async () => {
  aws = new AwsStandIn({
    accounts: [{ account: '1', accessKeyId: 'KEY' }],
  });
  aws.secrets('1', 'eu-central-1');
  aws.secrets('1', 'us-east-1');
  clusters = await startKubernetesStandIn({
    clusters: ['staging-eu'],
    accounts: [],
    neighbours: [asNeighbour(aws)],
  });
});
afterEach(() => clusters.stop());

async function faults(wish?: object) {
  const response = await fetch(`${clusters.url}/faults`, {
    ...(wish && { method: 'POST', body: JSON.stringify(wish) }),
  });
  return response.json();
}

describe('beside clusters, on one port', () => {
  it('Secrets Manager and STS answer', async () => {
    for (const path of ['/secrets-manager/', '/sts']) {
      const { status } = await fetch(`${clusters.url}${path}`, {
        method: 'POST',
      });
      expect([400, 403]).toContain(status);
    }
    expect((await fetch(`${clusters.url}/other`)).status).toBe(404);
  });

  it('faults of both are told and switched in one place', async () => {
    await faults({ account: '1', region: 'us-east-1', fault: 'throttled' });
    await faults({ cluster: 'staging-eu', fault: 'slow' });
    expect(await faults()).toEqual({
      'staging-eu': 'slow',
      '1/eu-central-1': 'none',
      '1/us-east-1': 'throttled',
    });
    expect(await faults({ account: '1', fault: 'none' })).toMatchObject({
      '1/us-east-1': 'none',
    });
  });

  it('a fault that there is not, or of an unknown place, is refused', async () => {
    expect(await faults({ account: '1', fault: 'sleepy' })).toEqual({
      error:
        '"fault" must be one of none, down, slow, throttled, denied, expired, broken, lost.',
    });
    expect(await faults({ account: '2', fault: 'down' })).toEqual({
      error:
        '"account" and "region" must be of one of 1/eu-central-1, 1/us-east-1.',
    });
  });
});
