// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

const place = table => {
  table.string('id', 64).notNullable().primary();
  table.string('environment', 63).notNullable();
  table.string('region', 63).notNullable();
};

/** What is known of the secrets in each place. Never a value. */
exports.up = async function up(knex) {
  await knex.schema.createTable('secret_records', table => {
    exactTexts(knex, table);
    place(table);
    table.string('full_name', 512).notNullable();
    table
      .bigInteger('revision')
      .notNullable()
      .comment('When it was last written, on the count of secret_revisions');
    table
      .bigInteger('described_at')
      .comment('When AWS was last asked for exactly this secret');
    table.bigInteger('gone_at').comment('Null while AWS has it');
    table.text('record', 'mediumtext').comment('JSON; null where it is gone');
    table.index(['revision', 'id'], 'secret_records_revision_idx');
    table.index(['gone_at'], 'secret_records_gone_idx');
  });
  await knex.schema.createTable('secret_places', table => {
    exactTexts(knex, table);
    place(table);
    table.string('state', 16).notNullable();
    table.text('problem');
    table.bigInteger('swept_at');
  });
  await knex.schema.createTable('secret_revisions', table => {
    table.integer('id').notNullable().primary();
    table.bigInteger('revision').notNullable();
  });
  await knex('secret_revisions').insert({ id: 1, revision: 0 });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('secret_revisions');
  await knex.schema.dropTable('secret_places');
  await knex.schema.dropTable('secret_records');
};
