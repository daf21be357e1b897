import type { Deployment } from '../kubernetes/objects';
import { healthOf } from './healthOf';

const deployment = (
  status: object,
  { generation = 2, ...spec }: { generation?: number; paused?: boolean } = {},
) =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'payments', generation },
    spec: { replicas: 4, ...spec },
    status: { observedGeneration: 2, ...status },
  } as unknown as Deployment);

const all = { replicas: 4, updatedReplicas: 4, availableReplicas: 4 };

describe('Argo CD calls a deployment', () => {
  it.each([
    ['Missing', undefined],
    ['Healthy', deployment(all)],
    ['Progressing', deployment(all, { generation: 3 })],
    ['Progressing', deployment({ ...all, updatedReplicas: 1 })],
    ['Progressing', deployment({ ...all, replicas: 5 })],
    ['Progressing', deployment({ ...all, availableReplicas: 3 })],
    ['Suspended', deployment(all, { paused: true })],
    [
      'Degraded',
      deployment({
        ...all,
        updatedReplicas: 1,
        conditions: [{ reason: 'ProgressDeadlineExceeded' }],
      }),
    ],
  ])('%s', (status, given) => {
    expect(healthOf(given).status).toBe(status);
  });
});
