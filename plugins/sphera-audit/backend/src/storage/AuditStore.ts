import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { Link, NewRecord } from '../chain/chain';
import type { Sealer } from '../chain/Sealer';
import { ChainEnd } from './ChainEnd';
import { guarded } from './guarded';
import { deleteUpTo, lastOlderThan } from './pruning';
import { transaction } from './transaction';

/**
 * Writes the audit log in the database: records are added at the end of one chain
 * by any number of replicas at once, and never changed.
 */
export class AuditStore {
  private readonly end: ChainEnd;

  constructor(
    private readonly knex: Knex,
    private readonly sealer: Sealer,
    private readonly logger: LoggerService,
  ) {
    this.end = new ChainEnd(sealer);
  }

  /**
   * Prepares the chain; call it once before anything else.
   * @param noting makes the record that says with which key the chain goes on
   * @throws ServiceUnavailableError where the chain is sealed with a key and none is configured.
   */
  async open(noting: (keyId: string) => NewRecord): Promise<void> {
    const { keyId } = this.sealer;
    await guarded(this.logger, 'opened', async () => {
      await this.end.begin(this.knex);
      await transaction(this.knex, async trx => {
        const head = await this.end.lock(trx);
        if (keyId && head.keyId !== keyId) {
          await this.end.add(trx, head, [noting(keyId)]);
        }
      });
    });
  }

  /** Adds records; they are there for good once it resolves. */
  async append(records: NewRecord[]): Promise<void> {
    if (records.length === 0) return;
    await guarded(this.logger, 'written', () =>
      transaction(this.knex, async trx =>
        this.end.add(trx, await this.end.lock(trx), records),
      ),
    );
  }

  /**
   * Moves the beginning of the chain behind every record that is older than a
   * moment, then deletes them. Safe at any time and on several replicas at once.
   * @param olderThan ISO 8601 in UTC, to the millisecond
   * @param noting makes the record that goes into the chain in their place
   * @returns how many records the beginning moved by
   */
  async prune(
    olderThan: string,
    noting: (pruned: Link, count: number) => NewRecord,
  ): Promise<number> {
    const moved = await guarded(this.logger, 'pruned', () =>
      transaction(this.knex, async trx => {
        const head = await this.end.lock(trx);
        const pruned = await lastOlderThan(trx, head, olderThan);
        if (!pruned) return { by: 0, to: head.pruned.seq };
        const by = pruned.seq - head.pruned.seq;
        await this.end.add(trx, { ...head, pruned }, [noting(pruned, by)]);
        return { by, to: pruned.seq };
      }),
    );
    let goesOn = true;
    while (goesOn) {
      goesOn = await guarded(this.logger, 'pruned', () =>
        deleteUpTo(this.knex, moved.to),
      );
    }
    return moved.by;
  }
}
