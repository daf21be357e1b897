import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { chainAfter, ChainHead, GENESIS, NewRecord } from '../chain/chain';
import type { Sealer } from '../chain/Sealer';
import type { SealedHead } from '../chain/verifyChain';
import { noteOpenActions } from './openActions';
import {
  CHAIN_ID,
  ChainRow,
  fromChainRow,
  toChainRow,
  toEventRow,
} from './rows';

/** The end of the chain, within the transactions that make it longer. */
export class ChainEnd {
  constructor(private readonly sealer: Sealer) {}

  /** Makes the chain, with nothing in it, where there is none. */
  async begin(knex: Knex): Promise<void> {
    await knex('audit_chain')
      .insert(toChainRow({ ...GENESIS, pruned: GENESIS }, this.sealer))
      .onConflict('id')
      .ignore();
  }

  /**
   * Where the chain ends: no other replica can move it until the transaction does.
   * @throws ServiceUnavailableError where the chain is sealed with a key and none is configured.
   */
  async lock(trx: Knex.Transaction): Promise<SealedHead> {
    const row = await trx<ChainRow>('audit_chain')
      .where({ id: CHAIN_ID })
      .forUpdate()
      .first();
    if (!row) {
      throw new ServiceUnavailableError(
        'The audit log cannot be written: the note of where its chain ends was removed from the database',
      );
    }
    if (row.key_id && !this.sealer.keyId) {
      throw new ServiceUnavailableError(
        `sphera.audit.key is missing: the audit log is sealed with a key (${row.key_id}), and only with one can it go on`,
      );
    }
    return fromChainRow(row);
  }

  /** Adds records behind the end that was locked. */
  async add(
    trx: Knex.Transaction,
    head: ChainHead,
    records: NewRecord[],
  ): Promise<void> {
    const chained = chainAfter(head, records, this.sealer);
    const { seq, hash } = chained[chained.length - 1];
    await trx('audit_events').insert(chained.map(toEventRow));
    await noteOpenActions(trx, chained);
    await trx('audit_chain')
      .where({ id: CHAIN_ID })
      .update(toChainRow({ seq, hash, pruned: head.pruned }, this.sealer));
  }
}
