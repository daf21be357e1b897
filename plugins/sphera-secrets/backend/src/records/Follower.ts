import type { Clock } from '@sphera/plugin-operations-node';
import type { PlaceStore } from '../storage/PlaceStore';
import type { RecordStore } from '../storage/RecordStore';
import type { Revisions } from '../storage/Revisions';
import type { RecordsMemory } from './RecordsMemory';

const EVERY_MS = 1_000;

/** Keeps the memory of this replica up to what is in the database, whoever wrote it. */
export class Follower {
  private revision = -1;
  private going?: Promise<number>;
  private next?: Promise<number>;
  private callOff?: () => void;
  private isStopped = false;

  constructor(
    private readonly parts: {
      memory: RecordsMemory;
      revisions: Pick<Revisions, 'latest'>;
      records: Pick<RecordStore, 'since'>;
      places: Pick<PlaceStore, 'all'>;
      clock: Pick<Clock, 'after'>;
      failed: (error: unknown) => void;
    },
  ) {}

  /**
   * Takes in all that was written before this call.
   * @returns the revision that memory is at
   * @throws StorageError
   */
  async catchUp(): Promise<number> {
    if (!this.going) {
      this.going = this.read().finally(() => {
        this.going = undefined;
      });
      return this.going;
    }
    // The read under way may have begun before what the caller means.
    this.next ??= this.going
      .catch(() => {})
      .then(() => {
        this.next = undefined;
        return this.catchUp();
      });
    return this.next;
  }

  /** Catches up from now on, again and again. */
  follow(): void {
    this.callOff = this.parts.clock.after(EVERY_MS, () => {
      void this.catchUp()
        .catch(this.parts.failed)
        .finally(() => {
          if (!this.isStopped) this.follow();
        });
    });
  }

  stop(): void {
    this.isStopped = true;
    this.callOff?.();
  }

  private async read(): Promise<number> {
    const { memory, revisions, records, places } = this.parts;
    const latest = await revisions.latest();
    if (latest === this.revision) return latest;
    let upTo = latest;
    for await (const { rows, revision } of records.since(this.revision)) {
      memory.take(rows);
      upTo = Math.max(upTo, revision);
    }
    memory.takeSights(await places.all());
    this.revision = upTo;
    return upTo;
  }
}
