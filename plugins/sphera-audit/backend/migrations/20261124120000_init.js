// @ts-check

/**
 * Text is compared exactly, byte by byte, on every database.
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function exactText(knex, table) {
  if (knex.client.config.client.startsWith('mysql')) {
    table.charset('utf8mb4');
    table.collate('utf8mb4_bin');
  }
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_events', table => {
    exactText(knex, table);
    table.comment(
      'What happened. Rows are added, and pruned by age; never changed',
    );
    table.bigInteger('seq').notNullable().primary();
    table.string('id', 64).notNullable();
    table.string('occurred_at', 24).notNullable().comment('ISO 8601, UTC, ms');
    table.string('actor', 255).notNullable();
    table.string('actor_kind', 16);
    table.string('door', 16);
    table.string('plugin', 100).notNullable();
    table.string('operation', 200).notNullable();
    table.string('service', 255);
    table.string('environment', 100);
    table.string('region', 100);
    table.string('cluster', 100);
    table.string('outcome', 16).notNullable();
    table.string('severity', 16).notNullable();
    table.string('reason', 1000);
    table.string('correlation', 64).notNullable();
    table.string('ip', 64);
    table.text('details', 'mediumtext').notNullable().comment('JSON');
    table.text('error');
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.string('key_id', 16);
    table.index(['occurred_at'], 'audit_events_occurred_at_idx');
    table.index(['actor', 'seq'], 'audit_events_actor_idx');
    table.index(['service', 'seq'], 'audit_events_service_idx');
    table.index(['operation', 'seq'], 'audit_events_operation_idx');
    table.index(['outcome', 'seq'], 'audit_events_outcome_idx');
    table.index(['correlation', 'seq'], 'audit_events_correlation_idx');
  });

  await knex.schema.createTable('audit_open_actions', table => {
    exactText(knex, table);
    table.comment('Actions that began and have no outcome yet');
    table.bigInteger('seq').notNullable().primary();
    table.string('correlation', 64).notNullable();
    table.index(['correlation'], 'audit_open_actions_correlation_idx');
  });

  await knex.schema.createTable('audit_chain', table => {
    exactText(knex, table);
    table.comment('One row: where the chain of audit_events begins and ends');
    table.string('id', 16).notNullable().primary();
    table.bigInteger('seq').notNullable();
    table.string('hash', 64).notNullable();
    table.bigInteger('pruned_seq').notNullable();
    table.string('pruned_hash', 64).notNullable();
    table.string('seal', 64).notNullable();
    table.string('key_id', 16);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('audit_chain');
  await knex.schema.dropTable('audit_open_actions');
  await knex.schema.dropTable('audit_events');
};
