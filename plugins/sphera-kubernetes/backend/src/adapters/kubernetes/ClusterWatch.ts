import type { Clock } from '@sphera/plugin-operations-node';
import type { ClusterFeed } from '../../fleet/ClusterFeed';
import type { WatchedKind } from '../../fleet/records';
import type { RecordTools } from '../../fleet/toRecord';
import type { ApiFailure } from './ApiFailure';
import type { ApiServer } from './ApiServer';
import { beat } from './Heartbeat';
import { KindWatch } from './KindWatch';
import { WATCHED } from './kinds';
import { Turns } from './Turns';

/** Without these there is nothing to show. */
const NEEDED = 'deployments';

/**
 * Watches one cluster: all kinds, each by itself, and a heartbeat. Says how well the
 * cluster is seen. Another cluster never waits for this one.
 */
export class ClusterWatch {
  private readonly stopped = new AbortController();
  private readonly kinds: KindWatch<WatchedKind>[];
  private failure?: ApiFailure;
  private answered = false;
  private observedAt?: number;
  private wasLive = false;

  constructor(
    private readonly deps: {
      server: ApiServer;
      feed: ClusterFeed;
      tools: RecordTools;
      clock: Clock;
    },
  ) {
    const turns = new Turns();
    this.kinds = (Object.keys(WATCHED) as WatchedKind[]).map(
      kind =>
        new KindWatch(kind, {
          ...deps,
          turns,
          signal: this.stopped.signal,
          stands: () => this.look(),
        }),
    );
  }

  start(): void {
    const { signal } = this.stopped;
    for (const kind of this.kinds) kind.run();
    beat({ ...this.deps, signal, heard: failure => this.heard(failure) });
  }

  stop(): void {
    this.stopped.abort();
    this.deps.server.close();
  }

  private heard(failure?: ApiFailure) {
    const failedBefore = this.failure !== undefined;
    this.failure = failure;
    this.answered = true;
    if (failure && !failedBefore) {
      for (const kind of this.kinds) kind.interrupt();
    }
    if (!failure && failedBefore) for (const kind of this.kinds) kind.hurry();
    this.look();
  }

  private look() {
    if (this.stopped.signal.aborted) return;
    const sees = this.seesWell();
    const live = sees && this.kinds.every(isSettled);
    this.wasLive ||= live;
    if (sees) this.observedAt = this.deps.clock.now();
    this.deps.feed.seen({
      state: this.state(live),
      observedAt: this.observedAt,
      problem: this.problem(),
    });
  }

  /** Whether what memory holds is how things are now, as far as it was read. */
  private seesWell() {
    return (
      this.answered &&
      !this.failure &&
      this.kinds.every(({ standing }) => standing.state !== 'failing') &&
      this.kinds.some(({ kind, complete }) => kind === NEEDED && complete)
    );
  }

  private state(live: boolean) {
    if (live) return 'live';
    return this.wasLive ? 'lost' : 'connecting';
  }

  private problem(): string | undefined {
    if (this.failure) return this.failure.message;
    for (const { standing } of this.kinds) {
      if (standing.state === 'failing') return standing.sentence;
    }
    const forbidden = this.kinds
      .filter(({ standing }) => standing.state === 'forbidden')
      .map(({ kind }) => WATCHED[kind].plural);
    return forbidden.length > 0
      ? `The portal's account may not list and watch ${forbidden.join(
          ', ',
        )} there. Apply the ClusterRole that sphera ships`
      : undefined;
  }
}

function isSettled({ standing, complete }: KindWatch<WatchedKind>) {
  return complete || standing.state === 'forbidden';
}
