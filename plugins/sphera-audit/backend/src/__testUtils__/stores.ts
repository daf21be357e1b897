import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { resolve } from 'node:path';
import { createSealer } from '../chain/Sealer';
import { ownRecord } from '../ownRecord';
import { AuditReader } from '../storage/AuditReader';
import { AuditStore } from '../storage/AuditStore';

/** The databases that stores are tested on; MySQL where there is one. */
export const STORE_DATABASES: TestDatabaseId[] = process.env
  .SPHERA_TEST_SERVICES
  ? ['SQLITE_3', 'MYSQL_8']
  : ['SQLITE_3'];

/** A fresh database with the tables of the audit log. */
export async function freshDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({
    directory: resolve(__dirname, '../../migrations'),
  });
  return knex;
}

/** An opened store, and its sealer, over a database. */
export async function openStore(
  knex: Knex,
  keys: { key?: string; oldKeys?: string[] } = {},
) {
  const sealer = createSealer(keys);
  const logger = mockServices.logger.mock();
  const store = new AuditStore(knex, sealer, logger);
  await store.open(keyId =>
    ownRecord(
      {
        operation: 'sphera-audit:change-key',
        reason: 'test',
        details: { keyId },
      },
      { now: new Date(), newId: () => 'key-change' },
    ),
  );
  return { store, reader: new AuditReader(knex, logger), sealer, logger };
}

/** Everything that an async iterable of batches yields. */
export async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}
