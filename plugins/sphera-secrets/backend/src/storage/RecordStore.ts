import {
  inParts,
  inStorage,
  type Revisions,
} from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import type { Knex } from 'knex';
import type { SecretRecord } from '../records/SecretRecord';
import { fromRow, KeptRow, recordId, RecordRow, toRow } from './recordRow';

/** How many rows one statement carries on every database. */
const AT_ONCE = 100;
const READ_AT_ONCE = 2_000;
/**
 * Lists of AWS may lack what happened in the last five minutes:
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
 */
const LISTS_LAG_MS = 5 * 60_000;
/** How long it is remembered that a secret is gone: every replica has heard of it long since. */
const GONE_KEPT_MS = 24 * 3_600_000;

/** What a look at one place found. */
export interface Seen {
  place: Place;
  records: readonly SecretRecord[];
  /** Full names of those that are no more. */
  gone: readonly string[];
  /** The revision that was known before AWS was asked. */
  since: number;
  /** Whether AWS was asked for exactly these secrets, rather than for a list. */
  isDescribed: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** Keeps what is known of secrets. An older look never replaces what a newer one found. */
export class RecordStore {
  constructor(
    private readonly knex: Knex,
    private readonly revisions: Revisions,
  ) {}

  /**
   * @returns full names of those that may have changed since the look began: they
   *   stay as they are, to be looked at again
   */
  async write({ records, gone, ...look }: Seen): Promise<string[]> {
    const changes = [
      ...records.map(record => ({ fullName: record.fullName, record })),
      ...gone.map(fullName => ({ fullName, record: undefined })),
    ];
    const doubtful: string[] = [];
    for (const some of inParts(changes, AT_ONCE)) {
      doubtful.push(...(await this.writeSome(some, look)));
    }
    return doubtful;
  }

  /** Rows written after a revision, in parts, each with the revision that it goes up to. */
  async *since(
    revision: number,
  ): AsyncGenerator<{ rows: KeptRow[]; revision: number }> {
    let last: { revision: number; id?: string } = { revision };
    for (;;) {
      const after = last;
      const rows = await inStorage('read the secrets', async () =>
        this.records(this.knex)
          .where('revision', '>', after.revision)
          .modify(query => {
            if (after.id === undefined) return;
            query.orWhere(same =>
              same
                .where('revision', after.revision)
                .where('id', '>', after.id!),
            );
          })
          .orderBy(['revision', 'id'])
          .limit(READ_AT_ONCE),
      );
      if (!rows.length) return;
      const { id, revision: upTo } = rows[rows.length - 1];
      last = { revision: Number(upTo), id };
      yield { rows: rows.map(fromRow), revision: last.revision };
      if (rows.length < READ_AT_ONCE) return;
    }
  }

  private async writeSome(
    changes: Array<{ fullName: string; record?: SecretRecord }>,
    look: Omit<Seen, 'records' | 'gone'>,
  ): Promise<string[]> {
    const { place, since, isDescribed, now } = look;
    const idOf = ({ fullName }: { fullName: string }) =>
      recordId(place, fullName);
    return this.revisions.raise('keep the secrets', async (trx, revision) => {
      const there = await this.records(trx)
        .whereIn('id', changes.map(idOf))
        .select('id', 'revision', 'described_at');
      const doubtful = new Set(
        there
          .filter(
            row =>
              Number(row.revision) > since ||
              (!isDescribed && Number(row.described_at) > now - LISTS_LAG_MS),
          )
          .map(({ id }) => id),
      );
      const rows = changes
        .filter(change => !doubtful.has(idOf(change)))
        .map(({ fullName, record }) =>
          toRow({ place, fullName }, record, { revision, now, isDescribed }),
        );
      if (rows.length > 0) {
        await this.records(trx).insert(rows).onConflict('id').merge();
      }
      await this.records(trx)
        .where('gone_at', '<', now - GONE_KEPT_MS)
        .delete();
      return changes
        .filter(change => doubtful.has(idOf(change)))
        .map(({ fullName }) => fullName);
    });
  }

  private records(knex: Knex) {
    return knex<RecordRow>('secret_records');
  }
}
