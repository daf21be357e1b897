import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Follower, StorageError } from '@sphera/plugin-operations-node';
import {
  isSamePlace,
  type Place,
  placeName,
} from '@sphera/plugin-secrets-common';
import { PlaceError } from '../errors';
import type { RecordsMemory } from '../records/RecordsMemory';
import type { PlaceStore } from '../storage/PlaceStore';

/** Notes which places do not answer. */
export class Sights {
  constructor(
    private readonly parts: {
      memory: Pick<RecordsMemory, 'places'>;
      follower: Pick<Follower<number>, 'catchUp'>;
      places: Pick<PlaceStore, 'noteLost'>;
      logger: Pick<LoggerService, 'warn' | 'error'>;
    },
  ) {}

  /** Looks at a place; where that fails the place is lost, with the sentence why. Never throws. */
  async orLost(place: Place, look: () => Promise<void>): Promise<void> {
    try {
      await look();
    } catch (error) {
      try {
        await this.noteFailure(place, error);
      } catch (failure) {
        this.tell(place, failure);
      }
    }
  }

  private async noteFailure(place: Place, error: unknown): Promise<void> {
    const { memory, places, follower, logger } = this.parts;
    if (!(error instanceof PlaceError)) {
      this.tell(place, error);
      return;
    }
    const before = memory.places().find(one => isSamePlace(one, place));
    const problem = error.message;
    if (before?.state === 'lost' && before.problem === problem) return;
    logger.warn(`Secrets are not seen: ${problem}`);
    await places.noteLost(place, problem);
    await follower.catchUp();
  }

  // What went wrong inside the portal is no trouble of the place. Only the kind of an
  // error that is not ours: its message may hold anything.
  private tell(place: Place, error: unknown) {
    const { name, message } = error as Error;
    const why = error instanceof StorageError ? message : name;
    this.parts.logger.error(
      `${placeName(place)} could not be looked through: ${why}`,
    );
  }
}
