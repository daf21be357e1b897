// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

const place = table => {
  table.string('id', 64).notNullable().primary();
  table.string('cluster', 63).notNullable();
  table.string('namespace', 63).notNullable();
  table.string('name', 253).notNullable();
  table.string('service', 200).notNullable().comment('Entity ref');
  table.string('environment', 63).notNullable();
  table.string('region', 63).notNullable();
};

const noting = table => {
  table
    .string('open_key', 400)
    .comment('Cluster/namespace/name while it is open, else null');
  table
    .bigInteger('noting_until')
    .comment('Until when one replica alone sees to its end');
};

/** Restarts, and bounds of autoscalers, that were asked for through the portal: ended, never deleted. */
exports.up = async function up(knex) {
  await knex.schema.createTable('restarts', table => {
    exactTexts(knex, table);
    place(table);
    table.string('started_by', 255).notNullable();
    table.bigInteger('started_at').notNullable();
    table.string('reason', 500).notNullable();
    table.bigInteger('revision_before').comment('Null: not known');
    table
      .bigInteger('generation')
      .comment('Null until the cluster has answered');
    noting(table);
    table.string('state', 16);
    table.integer('pods_wanted');
    table.integer('pods_ready');
    table.text('sentence');
    table.bigInteger('ended_at').comment('Null while it is open');
    table.unique(['open_key'], { indexName: 'restarts_open_uq' });
    table.index(['ended_at'], 'restarts_open_idx');
    table.index(
      ['cluster', 'namespace', 'name', 'started_at'],
      'restarts_latest_idx',
    );
  });
  await knex.schema.createTable('autoscaler_bounds', table => {
    exactTexts(knex, table);
    place(table);
    table.string('set_by', 255).notNullable();
    table.bigInteger('set_at').notNullable();
    table.string('reason', 500).notNullable();
    table.integer('from_min').notNullable();
    table.integer('from_max').notNullable();
    table.integer('to_min').notNullable();
    table.integer('to_max').notNullable();
    table.integer('fall_back_min').notNullable();
    table.integer('fall_back_max').notNullable();
    table.bigInteger('expires_at').comment('Null: for good');
    noting(table);
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('ended_how', 16);
    table.text('ended_sentence');
    table.bigInteger('ended_at').comment('Null while they are wanted');
    table.unique(['open_key'], { indexName: 'autoscaler_bounds_open_uq' });
    table.index(['ended_at', 'expires_at'], 'autoscaler_bounds_due_idx');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('autoscaler_bounds');
  await knex.schema.dropTable('restarts');
};
