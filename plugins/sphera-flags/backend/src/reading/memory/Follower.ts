import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '@sphera/plugin-operations-node';
import type { CellPlace, FollowedStore, Outbox } from '../../storage/FlagStore';
import type { FlagsMemory } from './FlagsMemory';

const LOOK_EVERY_MS = 2_000;
/** A row has the moment at which writing began, on the clock of whoever wrote it: so far back every look reaches. */
const OVERLAP_MS = 5_000;
/** While reports pour in elsewhere, most of them are seen by a shorter look, and the rest at the next long one. */
const SHORT_OVERLAP_MS = 1_000;

/** What the next look is for. */
interface Due {
  /** How far back it has to reach, since something became different; 0: nothing did but the cells. */
  behind: number;
  /** Those that were reported here: they are read by their keys, whatever their moment. */
  cells: Map<string, CellPlace>;
}

const nothingDue = (): Due => ({
  behind: 0,
  cells: new Map(),
});

const idOf = ({ cluster, flag }: CellPlace) => `${cluster}/${flag}`;

const isAnyDue = ({ behind, cells }: Due) => behind > 0 || cells.size > 0;

/** Keeps the memory as the database is: every two seconds, and before an answer where anything was written or reported. */
export class Follower {
  private lookedAt = 0;
  private due: Due = nothingDue();
  private isTrouble = false;
  private isStopped = false;
  private running?: Promise<void>;
  private next?: Promise<void>;
  private callOff = () => {};

  constructor(
    private readonly parts: {
      memory: FlagsMemory;
      followed: FollowedStore;
      outbox: Pick<Outbox, 'oldestAt'>;
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Loads everything, and goes on looking. @throws StorageError */
  async start(): Promise<void> {
    const { memory, followed, outbox, clock } = this.parts;
    this.lookedAt = clock.now();
    const [flags, agents] = await Promise.all([
      followed.flagsSince(0),
      followed.agentsSince(0),
    ]);
    memory.take({ flags, agents, cells: [] });
    for await (const cells of followed.allCells()) {
      memory.take({ cells, agents: [] });
    }
    memory.queuedSince = await outbox.oldestAt();
    this.lookLater();
  }

  /** Somebody wrote something, here or on another replica: the next answer has it. */
  written(): void {
    this.due.behind = OVERLAP_MS;
  }

  /** Another replica took reports in: the next answer has them. */
  reportedElsewhere(): void {
    this.due.behind = Math.max(this.due.behind, SHORT_OVERLAP_MS);
  }

  /** Clusters reported something of these cells to this replica: the same. */
  reported(cells: readonly CellPlace[]): void {
    for (const cell of cells) {
      this.due.cells.set(idOf(cell), cell);
    }
  }

  /** Resolves once the memory has all that was told before; where the database is away, as it was. */
  async current(): Promise<void> {
    if (isAnyDue(this.due)) await this.look();
    else await this.running;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.callOff();
    await this.running;
  }

  private lookLater(): void {
    this.callOff = this.parts.clock.after(LOOK_EVERY_MS, () => {
      this.written();
      void this.look().then(() => {
        if (!this.isStopped) this.lookLater();
      });
    });
  }

  /** One that began before may have missed what this one is for: then another comes after it, for all who wait. */
  private look(): Promise<void> {
    if (this.isStopped) return Promise.resolve();
    if (!this.running) return this.begin();
    this.next ??= this.running.then(() => {
      this.next = undefined;
      return this.begin();
    });
    return this.next;
  }

  private begin(): Promise<void> {
    const { due } = this;
    this.due = nothingDue();
    this.running = this.read(due)
      .then(() => {
        this.isTrouble = false;
      })
      .catch(error => {
        this.written();
        for (const [id, cell] of due.cells) this.due.cells.set(id, cell);
        if (!this.isTrouble) {
          this.parts.logger.warn(`Flags are shown as they were: ${error}`);
        }
        this.isTrouble = true;
      })
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  private async read({ behind, cells }: Due): Promise<void> {
    const left = new Map(cells);
    const { memory, followed, outbox, clock } = this.parts;
    if (behind > 0) {
      const lookedAt = clock.now();
      const since = this.lookedAt - behind;
      const [flags, changed, agents] = await Promise.all([
        followed.flagsSince(since),
        followed.cellsSince(since, mark => {
          left.delete(idOf(mark));
          return memory.has(mark);
        }),
        followed.agentsSince(since),
      ]);
      memory.take({ flags, cells: changed, agents });
      this.lookedAt = Math.max(this.lookedAt, lookedAt);
    }
    if (left.size > 0) {
      memory.take(await followed.cellsAt([...left.values()]));
    }
    // After the cells: none of these is sent meanwhile and still shown as waiting.
    memory.queuedSince = await outbox.oldestAt();
  }
}
