import { TestDatabases } from '@backstage/backend-test-utils';
import Knex from 'knex';
import { verifyChain } from '../chain/verifyChain';
import { record } from '../__testUtils__/records';
import { all, freshDatabase, openStore } from '../__testUtils__/stores';
import { GroupingAuditSink } from '../sink/AuditSink';

jest.setTimeout(120_000);

const WRITES = 400;

describe('two replicas that write one audit log at once', () => {
  const databases = TestDatabases.create({ ids: ['MYSQL_8'] });

  it('make one chain without gaps, and lose nothing that they acknowledged', async () => {
    const first = await freshDatabase(databases, 'MYSQL_8');
    const second = Knex(first.client.config);
    try {
      const replicas = await Promise.all(
        [first, second].map(async knex => {
          const { store } = await openStore(knex);
          const sink = new GroupingAuditSink();
          sink.open(store);
          return { store, sink };
        }),
      );
      const acknowledged: string[] = [];
      await Promise.all(
        replicas.flatMap(({ store, sink }, replica) =>
          Array.from({ length: WRITES }, async (_, n) => {
            const reason = `replica ${replica}, record ${n}`;
            // Every tenth does not go through the sink, to have them truly meet.
            await (n % 10 === 0
              ? store.append([record({ reason })])
              : sink.write(record({ reason })));
            acknowledged.push(reason);
          }),
        ),
      );
      const { reader, sealer } = await openStore(first);
      const records = await all(reader.every({}));
      expect(records.map(one => one.seq)).toEqual(
        Array.from({ length: 2 * WRITES }, (_, n) => n + 1),
      );
      expect(records.map(one => one.reason).sort()).toEqual(
        acknowledged.sort(),
      );
      expect(acknowledged).toHaveLength(2 * WRITES);
      expect(await verifyChain(reader, sealer)).toMatchObject({
        ok: true,
        checked: 2 * WRITES,
      });
    } finally {
      await second.destroy();
    }
  });

  it('prune it at once, and it stays verifiable', async () => {
    const first = await freshDatabase(databases, 'MYSQL_8');
    const second = Knex(first.client.config);
    try {
      const [one, other] = await Promise.all([
        openStore(first),
        openStore(second),
      ]);
      const old = { occurredAt: '2026-01-01T00:00:00.000Z' };
      await one.store.append(Array.from({ length: 300 }, () => record(old)));
      await one.store.append([record()]);
      const prune = (store: typeof one.store) =>
        store.prune('2026-06-01T00:00:00.000Z', ({ seq, hash }) =>
          record({
            operation: 'sphera-audit:prune',
            details: JSON.stringify({ upTo: seq, hash }),
          }),
        );
      const counts = await Promise.all([
        prune(one.store),
        prune(other.store),
        other.store.append([record()]),
        verifyChain(one.reader, one.sealer),
      ]);
      expect(counts[0] + counts[1]).toBe(300);
      expect(await verifyChain(other.reader, other.sealer)).toMatchObject({
        ok: true,
        checked: 3,
      });
    } finally {
      await second.destroy();
    }
  });
});
