import type {
  Clock,
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { KnownFacts } from '../facts/KnownFacts';
import { advance } from '../path/advance';
import type { KeptLifecycle } from '../path/KeptLifecycle';
import type { LifecyclePath } from '../settings/LifecyclePath';
import type { LifecycleStore } from '../storage/LifecycleStore';
import { comeAndGone } from './comeAndGone';
import type { Due } from './DueWork';
import type { Memory } from './Memory';
import { Newcomers } from './Newcomers';
import type { Standings } from './Standings';

/** More services than this are read together with all others. */
const READ_ONE_BY_ONE = 20;

/** What moving services on takes. */
export interface ProgressParts {
  path: LifecyclePath;
  store: LifecycleStore;
  memory: Memory;
  standings: Standings;
  facts: KnownFacts;
  directory: Pick<ServiceDirectory, 'list'>;
  clock: Pick<Clock, 'now'>;
}

/** Moves services on by what is known now, in the database and in the memory of this replica. */
export class Progress {
  readonly #newcomers: Newcomers;

  constructor(private readonly parts: ProgressParts) {
    this.#newcomers = new Newcomers(parts);
  }

  /** Takes in what is in the database: of these services, or of all. */
  async read(services?: readonly string[]): Promise<void> {
    const { memory, standings } = this.parts;
    if (!services || services.length > READ_ONE_BY_ONE) {
      standings.forget(await memory.readAll());
      return;
    }
    for (const service of services) await memory.read(service);
    standings.forget(services);
  }

  /**
   * Has one service where it belongs.
   * @param options.atOnce - one that is new here is put somewhere, also where facts of it are still to come
   */
  async settle(
    service: ServiceEntry,
    { atOnce = false }: { atOnce?: boolean } = {},
  ): Promise<void> {
    const { store, memory } = this.parts;
    await this.read([service.ref]);
    if (!memory.kept(service.ref)) {
      if (!atOnce && !this.#newcomers.isReady(service.ref)) return;
      await store.add([this.#newcomers.adopt(service)]);
      await this.read([service.ref]);
    }
    await this.#advance(service);
  }

  /**
   * Looks whether services have come further.
   * @returns those that have, or were put somewhere
   */
  async lookAt(due: Due): Promise<string[]> {
    const { directory, memory, store } = this.parts;
    const all = await directory.list();
    await this.#noteComeAndGone(all);
    const services =
      due === 'all' ? all : all.filter(({ ref }) => due.has(ref));
    const fresh = services.filter(
      ({ ref }) => !memory.kept(ref) && this.#newcomers.isReady(ref),
    );
    const changed = new Set(fresh.map(({ ref }) => ref));
    if (fresh.length > 0) {
      await store.add(fresh.map(service => this.#newcomers.adopt(service)));
      await this.read([...changed]);
    }
    for (const service of services) {
      if (await this.#advance(service)) changed.add(service.ref);
    }
    return [...changed];
  }

  async #noteComeAndGone(services: readonly ServiceEntry[]): Promise<void> {
    const { memory, store, clock } = this.parts;
    const there = new Set(services.map(({ ref }) => ref));
    const noted = (kept: KeptLifecycle) =>
      comeAndGone(kept, there.has(kept.service), clock.now());
    const changed = [...memory.all].filter(kept => noted(kept) !== kept);
    for (const { service } of changed) await store.change(service, noted);
    if (changed.length > 0) {
      await this.read(changed.map(({ service }) => service));
    }
  }

  async #advance(service: ServiceEntry): Promise<boolean> {
    const { memory, standings, store, clock } = this.parts;
    const known = memory.kept(service.ref);
    if (!known) return false;
    const sight = standings.sightOf(service);
    const now = clock.now();
    if (advance({ ...sight, kept: known }, now) === known) return false;
    await store.change(service.ref, kept => advance({ ...sight, kept }, now));
    await this.read([service.ref]);
    return true;
  }
}
