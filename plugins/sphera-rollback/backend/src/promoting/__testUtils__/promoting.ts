import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, STAGING } from '../../__testUtils__/asking';
import { serviceOf } from '../../__testUtils__/people';
import { NAMESPACE, run } from '../../__testUtils__/runInClusters';
import { type Portal, startRollback } from '../../__testUtils__/startRollback';

export const REASON = 'customers wait for it';

/** From staging to production, unless a test says something else. */
export const promotion = (service: string, more: object = {}) => ({
  service,
  from: 'staging',
  to: 'production',
  ...more,
});

/** The catalog of these tests: `fares` has a repository of its own. */
export const FARES = serviceOf('fares', {
  annotations: { 'github.com/project-slug': 'kestrel-parcels/fares' },
});

/**
 * A portal in front of a world where nothing follows Git, with all clusters seen.
 * @param config - below `sphera.rollback`, in place of what the test settings have
 */
export async function startPromoting(config?: object): Promise<Portal> {
  const services = ['quotes', 'payments', 'tracker'].map(name =>
    serviceOf(name),
  );
  const portal = await startRollback({
    services: [...services, FARES],
    config,
  });
  await portal.seen();
  return portal;
}

/** Has staging run a version, and waits until the portal has seen that. */
export async function runInStaging(
  portal: Portal,
  service: string,
  version: string,
  { hasImage = true } = {},
): Promise<void> {
  if (hasImage) portal.world.registry.push(service, version);
  run(portal.world.kubernetes.cluster('staging-eu'), service, [version]);
  await eventually(async () => {
    const { items } = await answered(portal, 'list-deployments', {
      service,
      environment: STAGING,
    });
    expect(items).toMatchObject([{ version, health: 'healthy' }]);
  });
}

/** The manifest of `fares` as its template wrote it into its own repository. */
export const faresManifest = (
  { namespace = NAMESPACE, kind = 'Service', image = 'registry.example/fares' },
  tag = 'set-by-the-pipeline',
) => `# fares in production
apiVersion: v1
kind: ${kind}
metadata: { name: fares, namespace: ${namespace} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: fares, namespace: ${namespace} }
spec:
  template:
    spec:
      containers:
        - name: fares
          image: ${image}:${tag}
`;
