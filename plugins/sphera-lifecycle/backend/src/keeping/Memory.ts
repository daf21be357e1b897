import { isDeepStrictEqual } from 'node:util';
import { Mutex } from 'async-mutex';
import type { KeptApproval } from '../path/KeptApproval';
import type { KeptLifecycle } from '../path/KeptLifecycle';
import type { ApprovalStore } from '../storage/ApprovalStore';
import type { LifecycleStore } from '../storage/LifecycleStore';

const NONE: ReadonlyMap<string, KeptApproval> = new Map();

/** This replica's copy of how far services have come and of the latest approval of each of their steps. */
export class Memory {
  // An older answer of the database must not come after a newer one.
  readonly #reading = new Mutex();
  #lifecycles = new Map<string, KeptLifecycle>();
  #approvals = new Map<string, ReadonlyMap<string, KeptApproval>>();

  constructor(
    private readonly stores: {
      lifecycles: LifecycleStore;
      approvals: ApprovalStore;
    },
  ) {}

  kept(service: string): KeptLifecycle | undefined {
    return this.#lifecycles.get(service);
  }

  /** All of them. */
  get all(): Iterable<KeptLifecycle> {
    return this.#lifecycles.values();
  }

  /** The latest of each step in the life that a service has now, by the name of the step. */
  approvals(service: string): ReadonlyMap<string, KeptApproval> {
    const life = this.kept(service)?.beganAt;
    const all = this.#approvals.get(service);
    if (!all) return NONE;
    return new Map([...all].filter(([, approval]) => approval.life === life));
  }

  /** Reads all anew. @returns the services of which something is new */
  async readAll(): Promise<string[]> {
    const { lifecycles, approvals } = this.stores;
    return this.#reading.runExclusive(async () => {
      const kept = await lifecycles.all();
      const asked = await approvals.all();
      const before = [this.#lifecycles, this.#approvals];
      this.#lifecycles = new Map(kept.map(one => [one.service, one]));
      this.#approvals = latestByService(asked);
      return differing(before, [this.#lifecycles, this.#approvals]);
    });
  }

  /** Reads one service anew. */
  async read(service: string): Promise<void> {
    const { lifecycles, approvals } = this.stores;
    await this.#reading.runExclusive(async () => {
      const kept = await lifecycles.get(service);
      const asked = await approvals.all(service);
      if (kept) this.#lifecycles.set(service, kept);
      for (const [ref, latest] of latestByService(asked)) {
        this.#approvals.set(ref, latest);
      }
    });
  }
}

function latestByService(
  approvals: readonly KeptApproval[],
): Map<string, ReadonlyMap<string, KeptApproval>> {
  const byService = new Map<string, Map<string, KeptApproval>>();
  for (const approval of approvals) {
    const { service, step } = approval;
    const ofService = byService.get(service) ?? new Map();
    byService.set(service, ofService.set(step, approval));
  }
  return byService;
}

/** Keys of which one of the maps holds something else than before. */
function differing(
  before: ReadonlyArray<ReadonlyMap<string, unknown>>,
  now: ReadonlyArray<ReadonlyMap<string, unknown>>,
): string[] {
  const keys = new Set([...before, ...now].flatMap(map => [...map.keys()]));
  return [...keys].filter(key =>
    now.some(
      (map, at) => !isDeepStrictEqual(map.get(key), before[at].get(key)),
    ),
  );
}
