// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** Locks that hold, and those that held: a lock is ended, never deleted. */
exports.up = async function up(knex) {
  await knex.schema.createTable('locks', table => {
    exactTexts(knex, table);
    table.string('id', 64).notNullable().primary();
    table.string('service', 200).comment('Entity ref; null: all services');
    table.string('environment', 63).comment('Null: all environments');
    table.string('actions', 100).notNullable().comment('With commas between');
    table.string('reason', 500).notNullable();
    table.string('placed_by', 255).notNullable();
    table.bigInteger('placed_at').notNullable();
    table.bigInteger('expires_at');
    table.string('ended_how', 16).comment('Null while nobody ended it');
    table.bigInteger('ended_at');
    table.string('ended_by', 255);
    table.string('ended_reason', 500);
    table
      .bigInteger('noting_until')
      .comment('Until when one replica alone notes that its time was up');
    table.index(['ended_at', 'expires_at'], 'locks_holding_idx');
    table.index(['placed_at', 'id'], 'locks_newest_idx');
  });
  await knex.schema.createTable('freeze_windows', table => {
    exactTexts(knex, table);
    table.string('id', 64).notNullable().primary();
    table.string('service', 200).comment('Entity ref; null: all services');
    table.string('environment', 63).comment('Null: all environments');
    table.string('actions', 100).notNullable().comment('With commas between');
    table.string('from_day', 16).notNullable();
    table.string('from_time', 5).notNullable();
    table.string('to_day', 16).notNullable();
    table.string('to_time', 5).notNullable();
    table.string('time_zone', 64).notNullable();
    table.string('reason', 500).notNullable();
    table.string('created_by', 255).notNullable();
    table.bigInteger('created_at').notNullable();
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('freeze_windows');
  await knex.schema.dropTable('locks');
};
