import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '@sphera/plugin-lifecycle-common';
import type { FactSource } from '@sphera/plugin-lifecycle-node';
import type { Clock } from '@sphera/plugin-operations-node';
import type { FactSources } from './FactSources';
import type { KeptLook } from './KeptLook';
import { toFacts } from './toFacts';

/** So long one waits for a source that fails from the start, in milliseconds. */
const WAIT_FOR_FIRST_MS = 60_000;

/** What was seen of one service. */
interface Known {
  /** By source. */
  looks: Map<string, KeptLook>;
  /** By fact id; worked out when somebody asks. */
  facts?: ReadonlyMap<string, Fact>;
}

/** What all sources saw, in the memory of this replica. */
export class FactMemory {
  readonly #services = new Map<string, Known>();

  constructor(
    private readonly sources: Pick<FactSources, 'all'>,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /**
   * Takes looks in.
   * @returns the services of which something other is known now than before, the time it was seen apart
   */
  take(looks: readonly KeptLook[]): string[] {
    const changed = new Set<string>();
    for (const look of looks) {
      const source = this.sources.all.find(({ id }) => id === look.source);
      // Of a source that was configured once.
      if (!source) continue;
      const known: Known = this.#services.get(look.service) ?? {
        looks: new Map(),
      };
      const before = known.looks.get(source.id);
      if (isNews(before, look, source)) changed.add(look.service);
      known.looks.set(source.id, look);
      known.facts = undefined;
      this.#services.set(look.service, known);
    }
    return [...changed];
  }

  /** Facts of one service, by id. */
  of(service: string): ReadonlyMap<string, Fact> {
    const known = this.#services.get(service);
    if (!known) return new Map();
    known.facts ??= new Map(
      this.sources.all
        .flatMap(source => {
          const look = known.looks.get(source.id);
          return look ? toFacts(look, source) : [];
        })
        .map(fact => [fact.id, fact]),
    );
    return known.facts;
  }

  /** What one source saw of a service when it last looked; `undefined`: it never did. */
  lookOf(source: string, service: string): KeptLook | undefined {
    return this.#services.get(service)?.looks.get(source);
  }

  /** Whether all sources could look at a service, or have failed to for a minute. */
  isSeen(service: string): boolean {
    const longAgo = this.clock.now() - WAIT_FOR_FIRST_MS;
    return this.sources.all.every(({ id }) => {
      const look = this.lookOf(id, service);
      if (!look) return false;
      return look.seenAt !== undefined || look.failing!.since <= longAgo;
    });
  }
}

function isNews(
  before: KeptLook | undefined,
  after: KeptLook,
  source: FactSource,
): boolean {
  if (!before) return true;
  const [was, is] = [before, after].map(look =>
    toFacts(look, source).map(({ seenAt: _, ...rest }) => rest),
  );
  return !isDeepStrictEqual(was, is);
}
