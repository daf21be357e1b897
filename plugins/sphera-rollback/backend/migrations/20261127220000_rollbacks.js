// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** Rollbacks with all that a replica needs to go on with them, and sets of them. */
exports.up = async function up(knex) {
  await knex.schema.createTable('rollbacks', table => {
    exactTexts(knex, table);
    table.string('id', 64).notNullable().primary();
    table.string('set_id', 64).comment('Null: not of a set');
    table.string('service', 200).notNullable().comment('Entity ref');
    table.string('environment', 63).notNullable();
    table.string('state', 16).notNullable();
    table
      .string('active_key', 300)
      .comment('service|environment while it runs, else null: one at a time');
    table
      .boolean('is_due')
      .notNullable()
      .comment(
        'Runs, owes somebody a message, or its end is not in the audit log',
      );
    table
      .boolean('can_stop')
      .notNullable()
      .comment('Nothing is in the repository, nor on its way');
    table.bigInteger('started_at').notNullable();
    table.string('held_by', 64).comment('Replica that is at it');
    table
      .bigInteger('held_until')
      .notNullable()
      .comment('Then that replica counts as dead');
    table.text('cancel').comment('JSON: who asked for its end, and why');
    table.string('undone_by', 64).comment('Id of a roll-forward');
    table.text('rollback', 'mediumtext').notNullable().comment('JSON');
    table.unique(['active_key'], { indexName: 'rollbacks_active_uq' });
    table.index(['started_at', 'id'], 'rollbacks_newest_idx');
    table.index(
      ['service', 'environment', 'started_at'],
      'rollbacks_service_idx',
    );
    table.index(['state', 'started_at'], 'rollbacks_state_idx');
    table.index(['set_id'], 'rollbacks_set_idx');
    table.index(['is_due', 'held_until'], 'rollbacks_due_idx');
  });
  await knex.schema.createTable('rollback_sets', table => {
    exactTexts(knex, table);
    table.string('id', 64).notNullable().primary();
    table.string('system', 200).notNullable().comment('Entity ref');
    table.string('environment', 63).notNullable();
    table.bigInteger('back_to').notNullable();
    table.string('reason', 500).notNullable();
    table.string('started_by', 255).notNullable();
    table.bigInteger('started_at').notNullable();
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('rollback_sets');
  await knex.schema.dropTable('rollbacks');
};
