import { type Clock, pause } from '@sphera/plugin-operations-common';
import type { ClusterFeed } from '../../fleet/ClusterFeed';
import type { RecordsByKind, WatchedKind } from '../../fleet/records';
import { RawObject, RecordTools, toRecord } from '../../fleet/toRecord';
import { ApiFailure } from './ApiFailure';
import type { ApiServer } from './ApiServer';
import { backOffMs } from './backOff';
import { WATCHED } from './kinds';
import { listAll } from './listAll';
import type { Turns } from './Turns';
import { watchFrom } from './watchFrom';

/** A right that is missing may be granted without a restart of the portal. */
const FORBIDDEN_MS = 60_000;
/** A watch that is over sooner than this did not last: another at once would make a flood. */
const SHORT_MS = 1_000;

/** How the watch of one kind goes. */
export type KindStanding =
  | { state: 'listing' }
  | { state: 'watching' }
  | { state: 'forbidden' }
  | { state: 'failing'; sentence: string };

/**
 * Keeps one kind of one cluster in step: lists once, then watches; goes on from
 * where it was after a connection ends, and lists anew where the server no longer knows
 * that place (410 Gone).
 */
export class KindWatch<K extends WatchedKind> {
  standing: KindStanding = { state: 'listing' };
  /** Whether all there is was read at least once. */
  complete = false;

  private version?: string;
  private failures = 0;
  private openedAt?: number;
  private attempt = new AbortController();
  private rest = new AbortController();
  private isHurried = false;

  constructor(
    readonly kind: K,
    private readonly deps: {
      server: ApiServer;
      feed: ClusterFeed;
      tools: RecordTools;
      clock: Clock;
      turns: Turns;
      /** Ends it for good. */
      signal: AbortSignal;
      /** Told whenever `standing` or `complete` may have changed. */
      stands: () => void;
    },
  ) {}

  async run(): Promise<void> {
    const { signal, clock } = this.deps;
    while (!signal.aborted) {
      this.attempt = new AbortController();
      this.openedAt = undefined;
      this.isHurried = false;
      let failure: ApiFailure | undefined;
      try {
        await this.once(AbortSignal.any([signal, this.attempt.signal]));
      } catch (error) {
        failure = error as ApiFailure;
      }
      if (signal.aborted) return;
      const lasted = clock.now() - (this.openedAt ?? Infinity) >= SHORT_MS;
      if (lasted) this.failures = 0;
      if (failure) await this.afterFailure(failure);
      else if (!lasted) await this.wait(SHORT_MS);
    }
  }

  /** Breaks off what may be a dead connection; it is tried anew. */
  interrupt(): void {
    this.attempt.abort();
  }

  /** Tries again now, whether it waits to or still asks what the server was silent about. */
  hurry(): void {
    if (this.standing.state !== 'watching') {
      this.isHurried = true;
      this.attempt.abort();
    }
    this.rest.abort();
  }

  private async once(signal: AbortSignal) {
    const { server, clock, feed, turns } = this.deps;
    const resource = WATCHED[this.kind];
    if (this.version === undefined) {
      const { records, version } = await turns.take(() =>
        listAll(server, resource, { toRecord: this.record, signal }),
      );
      feed.replace(this.kind, records);
      this.version = version;
      this.complete = true;
      this.stand({ state: 'watching' });
    }
    await watchFrom(server, resource, this.version, {
      clock,
      signal,
      listener: {
        opened: () => {
          this.openedAt = clock.now();
          this.stand({ state: 'watching' });
        },
        changed: object => this.changed(object),
        deleted: object => feed.remove(this.kind, object.metadata?.uid ?? ''),
        reached: version => {
          this.version = version;
        },
      },
    });
  }

  private readonly record = (object: RawObject) =>
    toRecord[this.kind](object, this.deps.tools) as
      | RecordsByKind[K]
      | undefined;

  private changed(object: RawObject) {
    const record = this.record(object);
    if (record) this.deps.feed.put(this.kind, record);
    else this.deps.feed.remove(this.kind, object.metadata?.uid ?? '');
  }

  private async afterFailure(failure: ApiFailure) {
    const code = failure.status?.code;
    this.failures += 1;
    if (code === 410) {
      this.version = undefined;
      await this.wait(this.backOff());
      return;
    }
    if (code === 403) {
      this.version = undefined;
      this.deps.feed.replace(this.kind, []);
      this.stand({ state: 'forbidden' });
      await this.wait(FORBIDDEN_MS);
      return;
    }
    const { message } = this.attempt.signal.aborted
      ? ApiFailure.silent()
      : failure;
    this.stand({ state: 'failing', sentence: message });
    await this.wait(this.backOff());
  }

  private backOff() {
    return backOffMs(this.failures, this.deps.clock.random);
  }

  private async wait(milliseconds: number) {
    if (this.isHurried) return;
    const { clock, signal } = this.deps;
    this.rest = new AbortController();
    await pause(
      milliseconds,
      clock,
      AbortSignal.any([signal, this.rest.signal]),
    );
  }

  private stand(standing: KindStanding) {
    this.standing = standing;
    this.deps.stands();
  }
}
