// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** Changes of secrets while they are under way or half done, and who set which version. Never a value. */
exports.up = async function up(knex) {
  await knex.schema.createTable('changes', table => {
    exactTexts(knex, table);
    table.string('id', 64).notNullable().primary();
    table
      .string('secret_key', 64)
      .notNullable()
      .comment('SHA-256 of service and name: one change of a secret at a time');
    table.string('service', 200).notNullable().comment('Entity ref');
    table.string('state', 16).notNullable();
    table.string('held_by', 64).notNullable();
    table
      .bigInteger('held_until')
      .notNullable()
      .comment('Then its replica counts as dead');
    table.bigInteger('asked_at').notNullable();
    table
      .text('change', 'mediumtext')
      .notNullable()
      .comment('JSON: what, by whom, and how far it got in each place');
    table.unique(['secret_key'], { indexName: 'changes_secret_uq' });
    table.index(['service', 'state'], 'changes_service_idx');
    table.index(['state', 'held_until'], 'changes_held_idx');
  });
  await knex.schema.createTable('written_versions', table => {
    exactTexts(knex, table);
    table.string('version_id', 64).notNullable().primary();
    table.string('service', 200).notNullable().comment('Entity ref');
    table.string('name', 512).notNullable();
    table.string('written_by', 255).notNullable();
    table.string('operation', 32).notNullable();
    table.bigInteger('written_at').notNullable();
    table.string('change_id', 64).notNullable();
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('written_versions');
  await knex.schema.dropTable('changes');
};
