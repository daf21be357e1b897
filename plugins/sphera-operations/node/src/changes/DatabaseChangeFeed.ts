import { randomUUID } from 'node:crypto';
import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { withoutValues } from '../pipeline/publicError';
import type { Change, ChangeFeed, NewChange } from './ChangeFeed';

interface ChangeRow {
  position: number | string;
  id: string;
  change: string;
  at: number | string;
}

const TABLE = 'sphera_changes';
const EVERY_MS = 250;
const KEPT_MS = 60_000;
// Positions are given out before a transaction commits, so a lower one can show
// up after a higher one: each look goes this far back.
const LOOK_BACK = 500;

/**
 * A change feed in the plugin's own database: a row per change, read by each
 * replica every quarter second. (Backstage's event bus does not leave the process on MySQL.)
 */
export class DatabaseChangeFeed implements ChangeFeed {
  private readonly listeners: Array<(change: Change) => void> = [];
  // Id of each change heard, with when: to hear none twice.
  private readonly heard = new Map<string, number>();
  private position = 0;
  private timer?: NodeJS.Timeout;
  private stopped = false;

  private constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
  ) {}

  /** Opens the feed; it hears of changes from now on. */
  static async open(
    database: DatabaseService,
    logger: LoggerService,
  ): Promise<DatabaseChangeFeed> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@sphera/plugin-operations-node',
          'migrations',
        ),
        // The plugin has migrations of its own in the same database.
        tableName: 'sphera_operations__knex_migrations',
      });
    }
    const feed = new DatabaseChangeFeed(knex, logger);
    const [newest] = await knex(TABLE).max({ position: 'position' });
    feed.position = Number(newest?.position ?? 0);
    for (const row of await feed.recent()) feed.heard.set(row.id, Date.now());
    feed.scheduleLook();
    return feed;
  }

  async publish(change: NewChange): Promise<void> {
    const id = randomUUID();
    this.heard.set(id, Date.now());
    this.tell({ ...change, id });
    try {
      await this.knex(TABLE).insert({
        id,
        change: JSON.stringify(change),
        at: Date.now(),
      });
    } catch (error) {
      // The deed is done and on the record; other replicas reload by themselves soon.
      this.logger.error(
        `A change could not be passed on: ${withoutValues(error)}`,
      );
    }
  }

  tellHere(change: NewChange): void {
    this.tell({ ...change, id: randomUUID() });
  }

  subscribe(listener: (change: Change) => void): void {
    this.listeners.push(listener);
  }

  /** Stops listening; the look under way is the last. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private scheduleLook() {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.look()
        .catch(error =>
          this.logger.warn(`Changes cannot be read: ${withoutValues(error)}`),
        )
        .finally(() => this.scheduleLook());
    }, EVERY_MS);
    this.timer.unref();
  }

  private async look() {
    const rows = await this.recent();
    for (const row of rows) {
      this.position = Math.max(this.position, Number(row.position));
      if (this.heard.has(row.id)) continue;
      this.heard.set(row.id, Date.now());
      const change = JSON.parse(row.change);
      this.tell({ ...change, id: row.id, isFromElsewhere: true });
    }
    await this.forget(rows);
  }

  private recent(): Promise<ChangeRow[]> {
    return this.knex<ChangeRow>(TABLE)
      .where('position', '>', this.position - LOOK_BACK)
      .orderBy('position');
  }

  private async forget(rows: ChangeRow[]) {
    const horizon = Date.now() - KEPT_MS;
    if (!rows.some(row => Number(row.at) < horizon)) return;
    await this.knex(TABLE).where('at', '<', horizon).delete();
    for (const [id, at] of this.heard) {
      if (at < horizon - KEPT_MS) this.heard.delete(id);
    }
  }

  private tell(change: Change) {
    for (const listener of this.listeners) {
      try {
        listener(change);
      } catch (error) {
        this.logger.error(`A listener failed: ${withoutValues(error)}`);
      }
    }
  }
}
