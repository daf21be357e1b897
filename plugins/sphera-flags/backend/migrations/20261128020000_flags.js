// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

const createFlags = knex =>
  knex.schema.createTable('flags', table => {
    exactTexts(knex, table);
    table.string('flag', 200).notNullable().primary();
    table.string('service', 200).notNullable().comment('Entity ref');
    table.string('type', 16).notNullable();
    table.string('description', 500);
    table.string('purpose', 16);
    table.string('owner', 200).comment('Entity ref');
    table.string('ends_on', 10);
    table.bigInteger('created_at').notNullable();
    table.string('created_by', 255).notNullable();
    table.bigInteger('changed_at').notNullable();
    table.string('changed_by', 255).notNullable();
    table.bigInteger('retired_at');
    table.string('rollout', 64).comment('Id of the one under way');
    table.bigInteger('updated_at').notNullable();
    table.index(['updated_at'], 'flags_updated_idx');
  });

const createCells = knex =>
  knex.schema.createTable('flag_cells', table => {
    exactTexts(knex, table);
    table.string('id', 270).notNullable().primary().comment('cluster/flag');
    table.string('flag', 200).notNullable();
    table.string('cluster', 63).notNullable();
    table.bigInteger('wanted_revision').comment('Null: nobody wants anything');
    table
      .text('wanted_definition', 'longtext')
      .comment('JSON; null: it is to be gone');
    table.string('wanted_fingerprint', 64);
    table.string('wanted_change', 64);
    table.bigInteger('wanted_at');
    table.string('answer', 16).comment('To the wanted revision');
    table.text('answer_reason');
    table.bigInteger('answer_at');
    table.bigInteger('reported_revision');
    table.string('reported_fingerprint', 64).comment('Null: it is not there');
    table
      .text('reported_definition', 'longtext')
      .comment('JSON; where it is not the wanted one');
    table.bigInteger('reported_at').comment('Null: nothing was reported');
    table
      .boolean('is_awaited')
      .notNullable()
      .defaultTo(false)
      .comment('The cluster is to answer, or shows an older revision');
    table.integer('resends').notNullable().defaultTo(0);
    table.bigInteger('resend_at').notNullable().defaultTo(0);
    table
      .bigInteger('answered_up_to')
      .notNullable()
      .defaultTo(0)
      .comment('Every wish up to this revision is answered');
    table.bigInteger('updated_at').notNullable();
    table.index(['flag', 'cluster'], 'flag_cells_flag_idx');
    table.index(['cluster', 'flag'], 'flag_cells_cluster_idx');
    table.index(['updated_at'], 'flag_cells_updated_idx');
    table.index(['is_awaited', 'resend_at'], 'flag_cells_awaited_idx');
  });

const createHistory = async knex => {
  await knex.schema.createTable('flag_changes', table => {
    exactTexts(knex, table);
    table.bigIncrements('number').comment('In the order of writing');
    table.string('id', 64).notNullable();
    table.string('flag', 200).notNullable();
    table.string('service', 200).notNullable();
    table.string('kind', 16).notNullable();
    table.bigInteger('at').notNullable();
    table.string('by', 255).notNullable();
    table.string('reason', 500).notNullable();
    table.string('sentence', 1000).notNullable();
    table.string('rollout', 64);
    table.unique(['id'], { indexName: 'flag_changes_id_uq' });
    table.index(['flag', 'number'], 'flag_changes_flag_idx');
    table.index(['service', 'number'], 'flag_changes_service_idx');
  });
  await knex.schema.createTable('flag_steps', table => {
    exactTexts(knex, table);
    table
      .string('id', 300)
      .notNullable()
      .primary()
      .comment('cluster/flag#revision');
    table.string('change', 64).notNullable();
    table.bigInteger('change_number').notNullable();
    table.string('flag', 200).notNullable();
    table.string('cluster', 63).notNullable();
    table.bigInteger('revision').notNullable();
    table
      .text('definition', 'longtext')
      .comment('JSON; null: it was to be gone');
    table.bigInteger('answered_at');
    table.text('refusal');
    table.boolean('is_overtaken').notNullable().defaultTo(false);
    table.index(['change', 'cluster'], 'flag_steps_change_idx');
    table.index(
      ['flag', 'cluster', 'change_number', 'revision'],
      'flag_steps_flag_idx',
    );
  });
  await knex.schema.createTable('flag_rollouts', table => {
    exactTexts(knex, table);
    table.string('id', 64).notNullable().primary();
    table.string('flag', 200).notNullable();
    table.string('service', 200).notNullable();
    table.string('state', 16).notNullable();
    table.bigInteger('started_at').notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Counts up: nobody writes over another one');
    table.text('rollout', 'longtext').notNullable().comment('JSON');
    table.index(['started_at', 'id'], 'flag_rollouts_newest_idx');
    table.index(['flag', 'started_at'], 'flag_rollouts_flag_idx');
    table.index(['service', 'started_at'], 'flag_rollouts_service_idx');
    table.index(['state', 'started_at'], 'flag_rollouts_state_idx');
  });
};

const createMessages = async knex => {
  await knex.schema.createTable('flag_outbox', table => {
    exactTexts(knex, table);
    table.bigIncrements('id').comment('In the order of sending');
    table.string('cell', 270).notNullable();
    table.bigInteger('revision').notNullable();
    table.bigInteger('queued_at').notNullable();
    table.text('message', 'longtext').notNullable();
    table.index(['cell'], 'flag_outbox_cell_idx');
    table.index(['queued_at'], 'flag_outbox_queued_idx');
  });
  await knex.schema.createTable('flag_turn', table => {
    exactTexts(knex, table);
    table.integer('id').notNullable().primary();
    table.string('held_by', 64).comment('Replica that sends');
    table
      .bigInteger('held_until')
      .notNullable()
      .comment('Then that replica counts as dead');
  });
  await knex('flag_turn').insert({ id: 1, held_by: null, held_until: 0 });
  await knex.schema.createTable('flag_positions', table => {
    exactTexts(knex, table);
    table.string('id', 270).notNullable().primary().comment('topic/partition');
    table
      .bigInteger('next_offset')
      .notNullable()
      .comment('After the last that was taken');
  });
  await knex.schema.createTable('flag_agents', table => {
    exactTexts(knex, table);
    table.string('cluster', 63).notNullable().primary();
    table.string('instance', 64).notNullable();
    table.bigInteger('sequence').notNullable();
    table.bigInteger('heard_at').notNullable();
    table.bigInteger('started_at');
    table.bigInteger('snapshot_at');
    table.string('version', 64);
    table.bigInteger('flags');
    table.text('problem');
  });
  await knex.schema.createTable('flag_notices', table => {
    exactTexts(knex, table);
    table.string('id', 270).notNullable().primary().comment('kind/subject');
    table.string('kind', 16).notNullable();
    table
      .string('subject', 200)
      .notNullable()
      .comment('Key of a flag, or id of a roll-out');
    table.bigInteger('due_at').notNullable();
    table.integer('tries').notNullable();
    table
      .bigInteger('version')
      .notNullable()
      .comment('Counts up while it is not told');
    table.index(['due_at'], 'flag_notices_due_idx');
  });
  await knex.schema.createTable('flag_asides', table => {
    exactTexts(knex, table);
    table.bigIncrements('id');
    table.bigInteger('at').notNullable();
    table.string('topic', 255).notNullable();
    table.integer('partition').notNullable();
    table.string('offset', 32).notNullable();
    table.text('key');
    table.text('reason').notNullable();
    table.text('text').notNullable().comment('How it begins');
  });
};

/** Feature flags: what is wanted and reported, what was asked, and the messages on their way. */
exports.up = async function up(knex) {
  await createFlags(knex);
  await createCells(knex);
  await createHistory(knex);
  await createMessages(knex);
};

exports.down = async function down(knex) {
  for (const table of [
    'flag_asides',
    'flag_notices',
    'flag_agents',
    'flag_positions',
    'flag_turn',
    'flag_outbox',
    'flag_rollouts',
    'flag_steps',
    'flag_changes',
    'flag_cells',
    'flags',
  ]) {
    await knex.schema.dropTable(table);
  }
};
