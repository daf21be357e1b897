import type { Fleet } from '@sphera/plugin-fleet-common';
import { atMostEvery, type Clock } from '@sphera/plugin-operations-node';
import type { ClusterSight, FleetMemory } from '../fleet/FleetMemory';
import type { DriftRules } from './drift/Running';
import { ServiceView, viewService } from './ServiceView';

const LOOK_EVERY_MS = 2_000;
// Longer would be felt by whoever asks for something else meanwhile.
const SLICE_MS = 8;

/**
 * The view of every service that runs anywhere. Views are kept, and only those of
 * services that changed are made anew: when somebody asks, or a few at a time before.
 */
export class ServiceViews {
  private readonly views = new Map<string, ServiceView>();
  private readonly revisions = new Map<string, number>();
  private readonly outdated: Set<string>;

  constructor(
    private readonly parts: {
      memory: FleetMemory;
      fleet: Fleet;
      rules: DriftRules;
      clock: Clock;
    },
  ) {
    const { memory, clock } = parts;
    this.outdated = new Set(memory.deployments().map(({ service }) => service));
    const lookSoon = atMostEvery(LOOK_EVERY_MS, () => this.lookAtSome(), clock);
    memory.onChange(({ services }) => {
      for (const service of services) this.outdated.add(service);
      if (this.outdated.size > 0) lookSoon();
    });
  }

  /** One service as it is this moment; without deployments where it runs nowhere. */
  of(service: string): ServiceView {
    const { clock, ...parts } = this.parts;
    const now = clock.now();
    // Not `outdated`, which hears of changes a moment later: whoever asks may have just heard of one.
    const revision = parts.memory.revisionOf(service);
    const known = this.views.get(service);
    if (known && revision === this.revisions.get(service)) {
      if (now < known.validUntil) {
        this.outdated.delete(service);
        return known;
      }
    }
    const deployments = parts.memory.deployments(service);
    this.revisions.set(service, revision);
    const view = viewService(service, deployments, { ...parts, now });
    this.outdated.delete(service);
    if (deployments.length === 0) this.views.delete(service);
    else this.views.set(service, view);
    return view;
  }

  /** All services that run anywhere, by entity ref; as of the memory's last call of `onChange`. */
  all(): ReadonlyMap<string, ServiceView> {
    const now = this.parts.clock.now();
    for (const view of this.views.values()) {
      if (view.validUntil <= now) this.outdated.add(view.service);
    }
    for (const service of this.outdated) this.of(service);
    return this.views;
  }

  private lookAtSome() {
    const { clock, memory } = this.parts;
    // Each further list of a new cluster would outdate every view again.
    if (memory.clusters().some(isBeingRead)) return;
    const end = clock.now() + SLICE_MS;
    for (const service of this.outdated) {
      this.of(service);
      if (clock.now() >= end) break;
    }
    if (this.outdated.size > 0) clock.after(0, () => this.lookAtSome());
  }
}

/** Whether a cluster is being read for the first time, with nothing against it. */
function isBeingRead({ state, problem }: ClusterSight): boolean {
  return state === 'connecting' && problem === undefined;
}
