// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** Which service keys belong to that begin with a name. */
exports.up = async function up(knex) {
  await knex.schema.createTable('flag_namespaces', table => {
    exactTexts(knex, table);
    table.string('namespace', 128).notNullable().primary();
    table.string('service', 200).notNullable().comment('Entity ref');
    table.string('claimed_by', 255).notNullable();
    table.bigInteger('claimed_at').notNullable();
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('flag_namespaces');
};
