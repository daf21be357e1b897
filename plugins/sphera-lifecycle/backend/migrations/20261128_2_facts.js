// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** What each source saw of each service when it last looked. */
exports.up = async function up(knex) {
  await knex.schema.createTable('fact_looks', table => {
    exactTexts(knex, table);
    table.string('id', 255).notNullable().primary();
    table.string('source', 63).notNullable();
    table.string('service', 191).notNullable().comment('Entity ref');
    table.bigInteger('looked_at').notNullable();
    table.bigInteger('seen_at').comment('When it last could look; null: never');
    table.bigInteger('failing_since').comment('Null where it could look');
    table.text('failing_why');
    table
      .text('facts', 'mediumtext')
      .notNullable()
      .comment('What was seen, by fact id; JSON');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('When it was last written, on the count of fact_revisions');
    table.index(['revision'], 'fact_looks_revision_idx');
    table.index(['looked_at'], 'fact_looks_looked_idx');
  });
  await knex.schema.createTable('fact_revisions', table => {
    table.integer('id').notNullable().primary();
    table.bigInteger('revision').notNullable();
  });
  await knex('fact_revisions').insert({ id: 1, revision: 0 });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('fact_revisions');
  await knex.schema.dropTable('fact_looks');
};
