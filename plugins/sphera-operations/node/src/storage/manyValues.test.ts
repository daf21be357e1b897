import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { among } from './among';
import { insertMany } from './insertMany';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});

/** Texts that a list in JSON does not keep as they are, or that look like something else there. */
const ODD = ['a\u0000b', 'half \ud83d', '\\u0000', '7', 'null', '🚒 "x"', ''];

/** As databases answer it. */
const stored = (row: object) => ({ ...row, is_new: 1 });

describe.each(databases.eachSupportedId())('many values, in %s', database => {
  let knex: Knex;
  const statements: string[] = [];
  beforeEach(async () => {
    knex = await databases.init(database);
    await knex.schema.createTable('things', table => {
      table.string('id', 50).notNullable().primary();
      table.integer('place');
      table.boolean('is_new');
      table.text('words');
    });
    statements.length = 0;
    knex.on('query', ({ sql }) => statements.push(sql));
  });
  const thing = (id: string, place: number | null = null) => ({
    id,
    place,
    is_new: true,
    words: id,
  });
  const things = (count: number) =>
    Array.from({ length: count }, (_, nth) => thing(`thing-${nth}`, nth));
  const find = (ids: string[]) =>
    knex('things').whereIn('id', among(knex, ids)).orderBy('place');

  it('are inserted in their order, as they are', async () => {
    await insertMany(knex, 'things', [thing('one', 1), thing('two')]);
    await insertMany(knex, 'things', []);
    const found = await knex('things').orderBy('id');
    expect(found).toMatchObject([thing('one', 1), thing('two')].map(stored));
    expect(typeof found[0].place).toBe('number');
  });

  it('overwrite all columns of a row that is there', async () => {
    await insertMany(knex, 'things', things(2));
    const rows = [
      { ...thing('thing-1', 7), words: 'other' },
      thing('thing-2', 8),
    ];
    await insertMany(knex, 'things', rows, { merge: 'id' });
    await insertMany(knex, 'things', [thing('thing-0', 9)], { merge: 'id' });
    const found = await knex('things').orderBy('id');
    expect(found).toMatchObject([thing('thing-0', 9), ...rows].map(stored));
  });

  it('are found, and no others', async () => {
    await insertMany(knex, 'things', things(300));
    const ids = ['thing-299', 'thing-7', 'thing-300'];
    const found = await find(ids);
    expect(found.map(({ id }) => id)).toEqual(['thing-7', 'thing-299']);
    expect(await find([])).toEqual([]);
    const numbers = knex('things').whereIn('place', among(knex, [3, 4, 400]));
    expect(await numbers).toHaveLength(2);
  });

  it.each(ODD)('are themselves where one is %j', async odd => {
    const rows = [thing(odd, 1), thing('other', 2)];
    await insertMany(knex, 'things', rows);
    const words = rows.map(({ id }) => Buffer.from(id).toString());
    expect(await knex('things').orderBy('place').pluck('words')).toEqual(words);
    expect(await find([odd, 'other'])).toHaveLength(2);
    await insertMany(knex, 'things', rows, { merge: 'id' });
    expect(await find([odd, 'other'])).toHaveLength(2);
  });

  if (database === 'SQLITE_3') {
    it('are one value, so that the statement is always the same, and use the index', async () => {
      for (const count of [2, 300]) {
        const rows = things(count);
        await insertMany(knex, 'things', rows, { merge: 'id' });
        await find(rows.map(({ id }) => id));
      }
      expect(new Set(statements).size).toBe(2);
      const { sql, bindings } = find(['a', 'b']).toSQL();
      const plan = await knex.raw(`explain query plan ${sql}`, [...bindings]);
      expect(plan[0].detail).toMatch(/^SEARCH things USING INDEX/);
    });
  }
});
