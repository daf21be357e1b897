import {
  fillFleet,
  startKubernetesStandIn,
  steadySurroundings,
} from '../../packages/dev-fleet/src';
import type { ClustersWanted } from './startClusters';

/** Clusters in a process of their own, so that none of their work is counted as the portal's. */
process.once('message', async (wanted: ClustersWanted) => {
  const { names, services, podsPerDeployment, token } = wanted;
  const fleet = await startKubernetesStandIn({
    clusters: names,
    accounts: [{ token, user: 'system:serviceaccount:sphera-system:sphera' }],
    surroundingsOf: () => steadySurroundings,
    fill: fillFleet({ services, podsPerDeployment }),
  });
  process.send!({ clustersAt: fleet.url });
});
process.once('disconnect', () => process.exit());
