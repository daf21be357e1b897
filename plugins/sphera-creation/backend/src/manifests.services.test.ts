import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { RealCluster } from '@sphera/dev-fleet';
import {
  SERVICE_KINDS,
  type ServiceNeed,
} from '@sphera/plugin-creation-common';
import { renderManifests } from './__testUtils__/renderManifests';

jest.setTimeout(120_000);

const id = randomBytes(4).toString('hex');
const manifests = resolve(
  __dirname,
  '../../../sphera-kubernetes/backend/manifests',
);
const cluster = new RealCluster('region-a', id, manifests);

beforeAll(async () => {
  await cluster.must(`create namespace ${cluster.workloads}`);
});
afterAll(() =>
  cluster.kubectl(`delete --wait=false namespace ${cluster.workloads}`),
);

const needs: ServiceNeed[][] = [
  ['http'],
  ['http', 'worker', 'database', 'cache', 'topics'],
];
const cases = SERVICE_KINDS.flatMap(kind =>
  ['staging', 'production'].flatMap(environment =>
    needs.map(each => ({ kind, environment, needs: each })),
  ),
);

describe('the manifests of a new service', () => {
  it.each(cases)(
    'of $kind run in $environment with $needs on a real Kubernetes',
    async ({ kind, environment, needs: needed }) => {
      const name = `new-${kind}-${environment}-${needed.length}`;
      const rendered = await renderManifests(kind, {
        name,
        partOf: 'selling',
        needs: needed,
        image: `registry.kestrel-parcels.example/${name}`,
        environment,
        region: 'eu-central-1',
        namespace: cluster.workloads,
      });
      // Strict: a field that Kubernetes does not know is an error.
      await cluster.must('apply --validate=strict -f -', rendered);
      const rollout = `rollout status deployment/${name} --timeout=60s`;
      expect(await cluster.must(rollout)).toMatch(/successfully rolled out/);
    },
  );
});
