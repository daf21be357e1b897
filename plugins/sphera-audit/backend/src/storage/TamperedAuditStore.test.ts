import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { GENESIS, sealedText } from '../chain/chain';
import { createSealer } from '../chain/Sealer';
import { verifyChain } from '../chain/verifyChain';
import { record } from '../__testUtils__/records';
import {
  freshDatabase,
  openStore,
  STORE_DATABASES,
} from '../__testUtils__/stores';
import { EventRow, fromEventRow, toChainRow } from './rows';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: STORE_DATABASES });
const KEY = 'a-key-of-a-test-that-is-long-enough-0001';

describe.each(databases.eachSupportedId())(
  'An audit log tampered with on %s',
  id => {
    /** Six records, then somebody with access to the database does something. */
    const verifiedAfter = async (
      tamper: (knex: Knex) => Promise<unknown>,
      keys: { key?: string } = {},
    ) => {
      const knex = await freshDatabase(databases, id);
      const { store, reader, sealer } = await openStore(knex, keys);
      for (let n = 0; n < 6; n += 1) {
        await store.append([record({ reason: `reason ${n}` })]);
      }
      expect(await verifyChain(reader, sealer)).toMatchObject({
        ok: true,
        checked: 6,
      });
      await tamper(knex);
      return verifyChain(reader, sealer);
    };
    const event = (knex: Knex, seq: number) =>
      knex<EventRow>('audit_events').where({ seq });
    const rehash = async (knex: Knex, seq: number) => {
      const row = (await event(knex, seq).first())!;
      const hash = createSealer().seal(sealedText(fromEventRow(row)));
      await event(knex, seq).update({ hash });
    };

    it.each([
      ['actor', 'user:default/nobody'],
      ['outcome', 'failed'],
      ['service', null],
      ['occurred_at', '2026-11-24T12:00:00.001Z'],
      ['details', '{"input":{"reason":"incident 4712"}}'],
      ['previous_hash', 'f'.repeat(64)],
      ['key_id', '0123456789abcdef'],
    ])('names the record whose %s was changed', async (column, value) => {
      const result = await verifiedAfter(knex =>
        event(knex, 3).update({ [column]: value }),
      );
      expect(result).toMatchObject({ ok: false, firstBad: { seq: 3 } });
    });

    it('names a record that was removed from the middle', async () => {
      const result = await verifiedAfter(knex => event(knex, 4).delete());
      expect(result.firstBad).toMatchObject({ seq: 4, problem: 'removed' });
    });

    it('names the first record, where it was removed', async () => {
      const result = await verifiedAfter(knex => event(knex, 1).delete());
      expect(result.firstBad).toMatchObject({ seq: 1, problem: 'removed' });
    });

    it('names the first of the records that were cut off the end', async () => {
      const result = await verifiedAfter(knex =>
        knex('audit_events').where('seq', '>=', 5).delete(),
      );
      expect(result.firstBad).toMatchObject({ seq: 5, problem: 'removed' });
    });

    it('notices that every record was removed', async () => {
      const result = await verifiedAfter(knex => knex('audit_events').delete());
      expect(result.firstBad).toMatchObject({ seq: 1, problem: 'removed' });
    });

    it('names a record that was inserted at the end', async () => {
      const result = await verifiedAfter(async knex => {
        const row = (await event(knex, 6).first())!;
        await knex('audit_events').insert({ ...row, seq: 7 });
      });
      expect(result.firstBad).toMatchObject({ seq: 7, problem: 'inserted' });
    });

    it('names the place where a record was put between two others', async () => {
      const result = await verifiedAfter(async knex => {
        for (const seq of [6, 5, 4])
          await event(knex, seq).update({ seq: seq + 1 });
        const row = (await event(knex, 3).first())!;
        await knex('audit_events').insert({ ...row, seq: 4 });
      });
      expect(result.firstBad).toMatchObject({ seq: 4, problem: 'changed' });
    });

    it('names the first of two records that changed places', async () => {
      const result = await verifiedAfter(async knex => {
        await event(knex, 2).update({ seq: 99 });
        await event(knex, 5).update({ seq: 2 });
        await event(knex, 99).update({ seq: 5 });
      });
      expect(result.firstBad).toMatchObject({ seq: 2, problem: 'changed' });
    });

    it('names a record that was changed and whose hash was made anew', async () => {
      const result = await verifiedAfter(async knex => {
        await event(knex, 3).update({ actor: 'user:default/nobody' });
        await rehash(knex, 3);
      });
      expect(result.firstBad).toMatchObject({ seq: 3, problem: 'changed' });
    });

    it('names the last record, where it was changed and its hash made anew', async () => {
      const result = await verifiedAfter(async knex => {
        await event(knex, 6).update({ actor: 'user:default/nobody' });
        await rehash(knex, 6);
      });
      expect(result.firstBad).toMatchObject({ seq: 6, problem: 'changed' });
    });

    it('notices that the note of the end was changed', async () => {
      const result = await verifiedAfter(async knex => {
        await knex('audit_events').where('seq', '>', 4).delete();
        const { hash } = (await event(knex, 4).first())!;
        await knex('audit_chain').update({ seq: 4, hash });
      });
      expect(result.firstBad).toMatchObject({ problem: 'head-changed' });
    });

    it('notices that the note of the end was removed', async () => {
      const result = await verifiedAfter(knex => knex('audit_chain').delete());
      expect(result.firstBad).toMatchObject({ problem: 'head-changed' });
    });

    it('notices that the beginning was cut off as if by retention', async () => {
      const result = await verifiedAfter(async knex => {
        const { hash } = (await event(knex, 2).first())!;
        const { hash: last } = (await event(knex, 6).first())!;
        await knex('audit_events').where('seq', '<=', 2).delete();
        await knex('audit_chain').update(
          toChainRow(
            { seq: 6, hash: last, pruned: { seq: 2, hash } },
            createSealer(),
          ),
        );
      });
      expect(result.firstBad).toMatchObject({ seq: 2, problem: 'removed' });
    });

    it('with a key, notices even a whole history that was written anew without it', async () => {
      const result = await verifiedAfter(
        async knex => {
          const rows = await knex<EventRow>('audit_events').orderBy('seq');
          let previous = GENESIS.hash;
          for (const row of rows) {
            await event(knex, Number(row.seq)).update({
              actor: 'user:default/nobody',
              key_id: null,
              previous_hash: previous,
            });
            await rehash(knex, Number(row.seq));
            previous = (await event(knex, Number(row.seq)).first())!.hash;
          }
          await knex('audit_chain').update(
            toChainRow(
              { seq: 6, hash: previous, pruned: GENESIS },
              createSealer(),
            ),
          );
        },
        { key: KEY },
      );
      expect(result).toMatchObject({
        ok: false,
        firstBad: { problem: 'head-changed' },
      });
    });
  },
);
