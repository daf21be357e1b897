import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterClients } from '../adapters/ClusterClient';
import type { Clock } from '@sphera/plugin-operations-node';
import type {
  ClusterSight,
  FleetChange,
  FleetMemory,
} from '../fleet/FleetMemory';
import { ConfigMapPlace, sameData } from './bringUpToDate';
import { ClusterKeeper } from './ClusterKeeper';
import type { Standing } from './readStanding';
import { SharedReading } from './SharedReading';
import { wantedData } from './wantedData';

/**
 * Keeps every cluster of the fleet that asks for it told of the locks that hold
 * there. Any number of replicas may do so side by side.
 */
export class ClusterLocksKeeper {
  private readonly keepers = new Map<string, ClusterKeeper>();
  /** What each cluster was last meant to hold. */
  private readonly meant = new Map<string, Record<string, string>>();
  private readonly reading: SharedReading<Standing>;
  private standing?: Standing;
  private readonly stopListening: () => void;

  constructor(
    private readonly parts: {
      memory: Pick<FleetMemory, 'clusters' | 'deployments' | 'onChange'>;
      clients: ClusterClients;
      /** Where each cluster looks for locks. */
      configMap: ConfigMapPlace;
      read: () => Promise<Standing>;
      clock: Clock;
      logger: LoggerService;
    },
  ) {
    const { memory, read } = parts;
    this.reading = new SharedReading(read);
    this.stopListening = memory.onChange(change => this.onFleetChange(change));
    for (const sight of memory.clusters()) this.lookAt(sight);
  }

  /** To be called when locks have changed. */
  onLocksChange(): void {
    for (const keeper of this.keepers.values()) keeper.look();
  }

  /** Stops keeping; clusters go on refusing what they were last told of. */
  stop(): void {
    this.stopListening();
    for (const keeper of this.keepers.values()) keeper.stop();
  }

  private onFleetChange({ cluster, sight }: FleetChange) {
    const seen = this.sightOf(cluster);
    if (seen && (sight || this.meansAnother(seen))) this.lookAt(seen);
  }

  private sightOf(cluster: string): ClusterSight | undefined {
    return this.parts.memory
      .clusters()
      .find(sight => sight.cluster.name === cluster);
  }

  /** Most of what happens in a cluster has nothing to do with locks. */
  private meansAnother(sight: ClusterSight): boolean {
    const meant = this.meant.get(sight.cluster.name);
    if (!meant || !this.standing) return false;
    return !sameData(meant, this.wantedIn(sight, this.standing));
  }

  private lookAt(sight: ClusterSight) {
    const { name } = sight.cluster;
    const known = this.keepers.get(name);
    if (known) return known.look();
    // Before it is seen, its deployments are not known, and their locks would be taken for gone.
    if (sight.state !== 'live') return undefined;
    const keeper = this.newKeeper(sight);
    this.keepers.set(name, keeper);
    return keeper.look();
  }

  private newKeeper(sight: ClusterSight): ClusterKeeper {
    const { clients, clock } = this.parts;
    const cluster = sight.cluster.name;
    return new ClusterKeeper({
      ...this.parts,
      cluster,
      client: clients(cluster),
      wanted: async () => {
        this.standing = await this.reading.fresh();
        const wanted = this.wantedIn(sight, this.standing);
        this.meant.set(cluster, wanted);
        return wanted;
      },
      nextTurn: () => nextEnd(this.standing, clock.now()),
    });
  }

  private wantedIn({ cluster }: ClusterSight, standing: Standing) {
    return wantedData(standing.locks, cluster.environment, service => [
      ...standing.labelKeys(service),
      ...this.deploymentKeys(cluster.name, service),
    ]);
  }

  private deploymentKeys(cluster: string, service: string): string[] {
    return this.parts.memory
      .deployments(service)
      .filter(({ sight }) => sight.cluster.name === cluster)
      .map(({ deployment: { namespace, name } }) =>
        ['deployment', namespace, name].join('.'),
      );
  }
}

function nextEnd(standing: Standing | undefined, now: number): number {
  const ends = (standing?.locks ?? [])
    .flatMap(({ expiresAt }) => (expiresAt ? [Date.parse(expiresAt)] : []))
    .filter(end => end > now);
  return Math.min(...ends, Infinity);
}
