import { TestDatabases } from '@backstage/backend-test-utils';
import { Duration } from 'luxon';
import { record } from '../__testUtils__/records';
import { all, freshDatabase, openStore } from '../__testUtils__/stores';
import { verifyChain } from '../chain/verifyChain';
import { Retention } from './Retention';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const now = new Date('2026-11-24T12:00:00Z');

async function oldLog() {
  const knex = await freshDatabase(databases, 'SQLITE_3');
  const log = await openStore(knex);
  await log.store.append([
    record({ occurredAt: '2024-11-23T12:00:00.000Z', reason: 'too old' }),
    record({ occurredAt: '2024-11-24T11:59:59.999Z', reason: 'just too old' }),
    record({ occurredAt: '2024-11-24T12:00:00.000Z', reason: 'two years' }),
  ]);
  const retention = new Retention({
    ...log,
    keep: Duration.fromISO('P2Y'),
    now: () => now,
    newId: () => 'pruning',
  });
  return { ...log, knex, retention };
}

describe('retention', () => {
  it('takes away what is older, says so in the log, and leaves it verifiable', async () => {
    const { retention, reader, sealer } = await oldLog();
    await retention.run();
    const records = await all(reader.every({}));
    expect(records).toMatchObject([
      { seq: 3, reason: 'two years' },
      {
        seq: 4,
        actor: 'plugin:sphera-audit',
        operation: 'sphera-audit:prune',
        reason: 'Older than P2Y (sphera.audit.retention)',
        occurredAt: now.toISOString(),
      },
    ]);
    expect(JSON.parse(records[1].details)).toEqual({
      upTo: 2,
      hash: records[0].previousHash,
      records: 2,
    });
    expect((await verifyChain(reader, sealer)).ok).toBe(true);
  });

  it('does nothing when it is run again at once', async () => {
    const { retention, reader } = await oldLog();
    await retention.run();
    await retention.run();
    expect((await reader.head())?.seq).toBe(4);
  });

  it('leaves a log alone that was tampered with: it is evidence', async () => {
    const { retention, reader, knex, logger } = await oldLog();
    await knex('audit_events').where({ seq: 1 }).update({ actor: 'nobody' });
    await retention.run();
    expect(await all(reader.every({}))).toHaveLength(3);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('Record 1 was changed'),
    );
  });
});
