// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** What is wanted of each repository and what is so, its pull requests, rulesets of organisations, and whose turn it is. */
exports.up = async function up(knex) {
  await knex.schema.createTable('merge_repositories', table => {
    exactTexts(knex, table);
    table
      .string('name', 140)
      .notNullable()
      .primary()
      .comment('Owner and repository in lower case');
    table.string('spelled', 140).notNullable();
    table.text('services', 'mediumtext').notNullable().comment('JSON');
    table.string('wanted', 8).notNullable();
    table.text('freezes', 'mediumtext').notNullable().comment('JSON');
    table.string('wish', 64).notNullable().comment('Digest of the freezes');
    table.bigInteger('seen_at').notNullable().comment('Last looked after');
    table.bigInteger('asked').notNullable().comment('One more each time');
    table
      .bigInteger('asked_deep')
      .notNullable()
      .comment('What was asked when everything was to be compared with GitHub');
    table.bigInteger('done').notNullable().comment('Of asked');
    table.bigInteger('retry_at').notNullable();
    table.integer('tries').notNullable();
    table.string('state', 16).notNullable();
    table.bigInteger('since').notNullable();
    table.string('noted', 8).notNullable().comment('On the record');
    table.text('problem').comment('JSON');
    table.bigInteger('checked_at');
    table.integer('open').notNullable();
    table.integer('held').notNullable();
    table.integer('exempt').notNullable();
    table.bigInteger('newest_at').notNullable().comment('Of pull requests');
    table.text('known').notNullable().comment('JSON: what was seen at GitHub');
    table.index(['retry_at', 'newest_at'], 'merge_repositories_due_idx');
  });
  await knex.schema.createTable('merge_pull_requests', table => {
    exactTexts(knex, table);
    table.string('id', 160).notNullable().primary();
    table.string('repository', 140).notNullable();
    table.integer('number').notNullable();
    table.text('title').notNullable();
    table.string('author', 100).notNullable();
    table.text('url').notNullable();
    table.string('head', 64).notNullable();
    table.bigInteger('updated_at').notNullable();
    table.string('state', 16).notNullable();
    table.text('sentence').notNullable();
    table.string('exempted_by', 100);
    table.text('exemption').comment('What of it is on the record');
    table.text('statuses').notNullable().comment('JSON: as they were set');
    table.index(['repository', 'updated_at'], 'merge_pull_requests_list_idx');
  });
  await knex.schema.createTable('merge_rulesets', table => {
    exactTexts(knex, table);
    table.string('organization', 100).notNullable().primary();
    table.bigInteger('ruleset').notNullable().comment('Its id at GitHub');
    table.text('frozen', 'mediumtext').notNullable().comment('JSON');
  });
  await knex.schema.createTable('merge_turns', table => {
    exactTexts(knex, table);
    table.string('name', 160).notNullable().primary();
    table.string('held_by', 64).notNullable();
    table.bigInteger('held_until').notNullable();
  });
};

exports.down = async function down(knex) {
  for (const table of ['turns', 'rulesets', 'pull_requests', 'repositories']) {
    await knex.schema.dropTable(`merge_${table}`);
  }
};
