import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterDetails,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import type { ClusterAccess } from '../access/ClusterAccess';
import { stockCluster } from './stockCluster';

/** Gives Backstage's own Kubernetes plugin the clusters of the fleet, besides those of its own configuration. */
export class FleetClustersSupplier implements KubernetesClustersSupplier {
  constructor(
    private readonly accesses: ClusterAccess[],
    private readonly others: KubernetesClustersSupplier,
    private readonly logger: LoggerService,
  ) {}

  async getClusters(
    options: Parameters<KubernetesClustersSupplier['getClusters']>[0],
  ): Promise<ClusterDetails[]> {
    const fleet = await Promise.all(
      this.accesses.map(async access => {
        try {
          return [await stockCluster(access)];
        } catch (error) {
          // One cluster without credentials must not take the others away.
          this.logger.warn(
            `The Kubernetes tab goes without cluster ${access.cluster}: ${
              (error as Error).message
            }`,
          );
          return [];
        }
      }),
    );
    const known = new Set(this.accesses.map(({ cluster }) => cluster));
    const others = await this.others.getClusters(options);
    return [...fleet.flat(), ...others.filter(({ name }) => !known.has(name))];
  }
}
