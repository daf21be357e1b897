// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** Creations, with all that is to be known of their steps. */
exports.up = async function up(knex) {
  await knex.schema.createTable('creations', table => {
    exactTexts(knex, table);
    table.string('id', 64).notNullable().primary();
    table.string('name', 100).notNullable().comment('Of the service');
    table
      .string('taken_name', 100)
      .comment('The name until it is undone, else null: one creation each');
    table.string('state', 16).notNullable();
    table.bigInteger('started_at').notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('One more with each change: nobody writes over another one');
    table.text('creation', 'mediumtext').notNullable().comment('JSON');
    table.unique(['taken_name'], { indexName: 'creations_taken_uq' });
    table.index(['started_at', 'id'], 'creations_newest_idx');
    table.index(['name', 'started_at'], 'creations_name_idx');
    table.index(['state', 'started_at'], 'creations_state_idx');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('creations');
};
