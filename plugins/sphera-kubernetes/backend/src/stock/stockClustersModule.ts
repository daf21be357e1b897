import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kubernetesClusterSupplierExtensionPoint } from '@backstage/plugin-kubernetes-node';
import { openAccess } from '../access/ClusterAccess';
import { FleetClustersSupplier } from './FleetClustersSupplier';

/** The clusters of the fleet in Backstage's own Kubernetes plugin, so that its tab needs no configuration of its own. */
export const stockClustersModule = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'sphera-fleet',
  register(env) {
    env.registerInit({
      deps: {
        clusters: kubernetesClusterSupplierExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ clusters, config, logger }) {
        const accesses = [...openAccess(config, Date.now).values()];
        clusters.addClusterSupplier(
          async ({ getDefault }) =>
            new FleetClustersSupplier(accesses, await getDefault(), logger),
        );
      },
    });
  },
});
