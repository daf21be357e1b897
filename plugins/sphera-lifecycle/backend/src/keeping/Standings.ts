import type { Lifecycle, Standing } from '@sphera/plugin-lifecycle-common';
import type { Clock, ServiceEntry } from '@sphera/plugin-operations-node';
import type { KnownFacts } from '../facts/KnownFacts';
import { advance } from '../path/advance';
import { adopt } from '../path/begin';
import { judge, type Judgement } from '../path/judge';
import type { KeptLifecycle } from '../path/KeptLifecycle';
import type { Sight } from '../path/Sight';
import { toLifecycle, toStanding } from '../path/toAnswer';
import type { LifecyclePath } from '../settings/LifecyclePath';
import type { Memory } from './Memory';
import type { Names } from './Names';

interface Known {
  service: ServiceEntry;
  kept: KeptLifecycle;
  judgement: Judgement;
}

/** Where services stand, from memory; each is judged anew only when something about it has changed. */
export class Standings {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly parts: {
      path: LifecyclePath;
      facts: KnownFacts;
      memory: Memory;
      names: Pick<Names, 'of'>;
      clock: Pick<Clock, 'now'>;
    },
  ) {}

  sightOf(service: Pick<ServiceEntry, 'ref' | 'type'>): Sight {
    const { path, facts, memory, names } = this.parts;
    return {
      path,
      descriptions: facts.descriptions,
      service,
      facts: facts.of(service.ref),
      approvals: memory.approvals(service.ref),
      nameOf: names.of,
    };
  }

  judgementOf(service: ServiceEntry): Judgement {
    return this.#knownOf(service).judgement;
  }

  standingOf(service: ServiceEntry): Standing {
    const { judgement } = this.#knownOf(service);
    return toStanding(judgement, service, this.parts.clock.now());
  }

  lifecycleOf(service: ServiceEntry): Lifecycle {
    const { judgement, kept } = this.#knownOf(service);
    return toLifecycle(judgement, kept, service, this.parts.clock.now());
  }

  /** These services, or all, have to be judged anew. */
  forget(services?: readonly string[]): void {
    if (!services) this.#known.clear();
    else for (const service of services) this.#known.delete(service);
  }

  #knownOf(service: ServiceEntry): Known {
    const { memory, clock } = this.parts;
    const known = this.#known.get(service.ref);
    if (known?.service === service) return known;
    const sight = this.sightOf(service);
    const kept = memory.kept(service.ref);
    // Where it would be put now, if that had to be decided already.
    const now = clock.now();
    const shown = kept ?? advance({ ...sight, kept: adopt(sight, now) }, now);
    const judgement = judge({ ...sight, kept: shown });
    const fresh = { service, kept: shown, judgement };
    if (kept) this.#known.set(service.ref, fresh);
    return fresh;
  }
}
