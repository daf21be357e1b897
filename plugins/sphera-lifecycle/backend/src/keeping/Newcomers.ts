import type { Clock, ServiceEntry } from '@sphera/plugin-operations-node';
import type { KnownFacts } from '../facts/KnownFacts';
import { adopt } from '../path/begin';
import type { KeptLifecycle } from '../path/KeptLifecycle';
import type { LifecyclePath } from '../settings/LifecyclePath';
import type { Standings } from './Standings';

/** Then a service is put somewhere, whatever is not known of it. */
const PATIENCE_MS = 60_000;

/** Services whose life cycle is not kept yet, and since when they wait for facts. */
export class Newcomers {
  readonly #since = new Map<string, number>();
  /** What the path asks for. */
  readonly #asked: readonly string[];

  constructor(
    private readonly parts: {
      path: LifecyclePath;
      facts: KnownFacts;
      standings: Standings;
      clock: Pick<Clock, 'now'>;
    },
  ) {
    this.#asked = parts.path.way.flatMap(({ steps }) =>
      steps.flatMap(({ facts }) => facts),
    );
  }

  /** Whether every source has told what it can, or was waited for long enough. */
  isReady(service: string): boolean {
    const { facts, clock } = this.parts;
    const since = this.#since.get(service) ?? clock.now();
    this.#since.set(service, since);
    const known = facts.of(service);
    const isKnown =
      facts.isSeen(service) &&
      this.#asked.every(fact => known.get(fact)?.state !== 'unknown');
    const isReady = isKnown || clock.now() - since >= PATIENCE_MS;
    if (isReady) this.#since.delete(service);
    return isReady;
  }

  /** Where facts prove one to be, by what is known now. */
  adopt(service: ServiceEntry): KeptLifecycle {
    const { standings, clock } = this.parts;
    return adopt(standings.sightOf(service), clock.now());
  }
}
