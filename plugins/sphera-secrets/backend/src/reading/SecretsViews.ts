import {
  atMostEvery,
  type Clock,
  type ServiceDirectory,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import { DRIFT_KINDS, type FindingKind } from '@sphera/plugin-secrets-common';
import type { SecretsMemory } from '../records/SecretsMemory';
import { findIn } from './findings/findIn';
import type { Found } from './findings/Found';
import { NobodysSecrets } from './findings/NobodysSecrets';
import { recordsOf } from './recordsOf';
import { assess } from './states/assess';
import type {
  AssessedSecret,
  SeenPlace,
  StateRules,
} from './states/Assessment';
import { type Sums, sumUp } from './sums';

/** What is worked out of a service's secrets once and then answers many questions. */
export interface SecretsView {
  service: ServiceEntry;
  sums: Sums;
  /** By name, environment of the fleet, kind. */
  drift: readonly Found[];
  /** What else was found, in the same order. */
  others: readonly Found[];
}

interface KeptView extends SecretsView {
  revision: number;
  /** Which places had been looked at. */
  seen: string;
  /** When time alone may make it another one, milliseconds since 1970. */
  validUntil: number;
}

const LOOK_EVERY_MS = 2_000;
// Longer would be felt by whoever asks for something else meanwhile.
const SLICE_MS = 8;
const AT_ONCE = 10;
const DRIFT: ReadonlySet<FindingKind> = new Set(DRIFT_KINDS);

/**
 * The view of every service that has secrets. Views are kept, and only those of
 * services that changed are made anew: when somebody asks, or a few at a time before.
 */
export class SecretsViews {
  // By what the catalog says of a service: when that changes, so may the view.
  private readonly views = new WeakMap<ServiceEntry, KeptView>();
  private readonly nobodys: NobodysSecrets;

  constructor(
    private readonly parts: {
      memory: SecretsMemory;
      rules: StateRules;
      clock: Clock;
      directory: Pick<ServiceDirectory, 'list'>;
    },
  ) {
    this.nobodys = new NobodysSecrets(parts.memory);
    const lookSoon = atMostEvery(
      LOOK_EVERY_MS,
      () => void this.lookAhead(),
      parts.clock,
    );
    parts.memory.onChange(lookSoon);
    lookSoon();
  }

  /** Services as they are this moment, in the order given. */
  of(services: readonly ServiceEntry[]): SecretsView[] {
    const places = this.parts.memory.places();
    return services.map(service => this.view(service, places));
  }

  /** What nobody owns, by full name. @param services - all of the catalog */
  unowned(services: readonly ServiceEntry[]): readonly Found[] {
    return this.nobodys.among(services);
  }

  private view(
    service: ServiceEntry,
    places: readonly SeenPlace[],
  ): SecretsView {
    const { memory, rules, clock } = this.parts;
    const now = clock.now();
    const seen = places.map(one => (one.sweptAt ? '1' : '0')).join('');
    const revision = memory.revisionOf(service.name.toLowerCase());
    const known = this.views.get(service);
    const holds =
      known?.revision === revision &&
      known.seen === seen &&
      now < known.validUntil;
    if (holds) return known;

    const secrets = assess(recordsOf(memory, service), {
      service,
      places,
      rules,
    });
    const found = secrets.flatMap(one => findIn(service.ref, one, now));
    const view: KeptView = {
      service,
      sums: sumUp(secrets, places),
      drift: found.filter(({ kind }) => DRIFT.has(kind)),
      others: found.filter(({ kind }) => !DRIFT.has(kind)),
      revision,
      seen,
      validUntil: nextDate(secrets, now),
    };
    this.views.set(service, view);
    return view;
  }

  private async lookAhead() {
    const { clock, directory } = this.parts;
    // Whoever asks is told that the catalog does not answer; there is nobody to tell here.
    const services = await directory.list().catch(() => []);
    let next = 0;
    const lookAtSome = () => {
      const end = clock.now() + SLICE_MS;
      while (next < services.length && clock.now() < end) {
        this.of(services.slice(next, next + AT_ONCE));
        next += AT_ONCE;
      }
      if (next < services.length) clock.after(0, lookAtSome);
      else this.unowned(services);
    };
    lookAtSome();
  }
}

function nextDate(secrets: readonly AssessedSecret[], now: number): number {
  let next = Infinity;
  for (const { environments } of secrets) {
    for (const { live } of environments) {
      for (const { overdueAt, oldAt, unreadAt } of live) {
        for (const moment of [overdueAt, oldAt, unreadAt]) {
          if (moment !== undefined && moment > now && moment < next) {
            next = moment;
          }
        }
      }
    }
  }
  return next;
}
