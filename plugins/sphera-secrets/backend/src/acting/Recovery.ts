import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '@sphera/plugin-operations-node';
import type { ChangeStore } from '../storage/ChangeStore';
import type { CarryingOut } from './CarryingOut';
import type { Change } from './Change';
import type { Progress } from './steps/Progress';

/** How a change that nobody is at any more can be taken to an end. */
export interface Endings {
  finish(change: Change): Promise<unknown>;
  undo(change: Change): Promise<unknown>;
  /** Neither would be right by itself: people are told that it is there. */
  leaveToPeople(change: Change): Promise<unknown>;
}

/** Long enough to note what becomes of a change. */
const NOTING_MS = 60_000;

/** Settles changes whose replica died in the middle, so that nobody is left with half of one. */
export class Recovery {
  constructor(
    private readonly parts: {
      changes: ChangeStore;
      carrying: Pick<CarryingOut, 'lookAt'>;
      endings: Endings;
      clock: Clock;
      newId: () => string;
      logger: LoggerService;
    },
  ) {}

  /** Settles every change that was abandoned. Safe to run at any time, on every replica. */
  async look(): Promise<void> {
    const { changes, clock, logger } = this.parts;
    for (const change of await changes.abandoned(clock.now())) {
      await this.settle(change).catch(error =>
        logger.warn(
          `Change ${change.id}, which a portal that stopped left behind, is not settled yet: ${error.message}`,
        ),
      );
    }
  }

  /**
   * Settles one: to its end where it is current in some place and can be made so in the
   * others, back where it is current in none. Anything else people decide.
   */
  async settle(change: Change): Promise<void> {
    const { changes, carrying, clock, newId, endings } = this.parts;
    const all = await carrying.lookAt(change);
    const by = newId();
    const now = clock.now();
    const until = now + NOTING_MS;
    if (!(await changes.take(change.id, now, { by, until }))) return;
    if (change.places.length === 0) {
      // What was deleted or restored stays so; asking again does the rest.
      await changes.remove(change.id, by);
      return;
    }
    if (change.operation === 'restore-version') {
      noteFound(all);
      await changes.leave(change, by, 'repeatable');
      return;
    }
    noteFound(all);
    await changes.leave(change, by, 'unfinished');
    const isSeen = all.some(({ standing }) => standing === 'done');
    const isReady = all.every(
      ({ standing }) => standing === 'done' || standing === 'staged',
    );
    if (!isSeen) await endings.undo(change);
    else if (isReady) await endings.finish(change);
    else await endings.leaveToPeople(change);
  }
}

function noteFound(all: readonly Progress[]): void {
  for (const { place, standing, error } of all) {
    place.isDone = standing === 'done';
    place.problem =
      error?.message ??
      (place.isDone
        ? undefined
        : 'The portal stopped before it got to the end');
  }
}
