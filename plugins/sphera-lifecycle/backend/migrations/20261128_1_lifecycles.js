// Moments are milliseconds since 1970: the same on every database, and they sort.
// Texts compare byte by byte; MySQL has to be told, the others do so by themselves.
const exactTexts = (knex, table) => {
  if (knex.client.dialect !== 'mysql') return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
};

/** How far each service has come, and what was asked and answered on its way. */
exports.up = async function up(knex) {
  await knex.schema.createTable('lifecycles', table => {
    exactTexts(knex, table);
    table.string('service', 200).notNullable().primary();
    table.bigInteger('began_at').notNullable();
    table.string('began_by', 200).comment('Null: it was there before');
    table.string('stage', 63).notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('walked_at').comment('When the way was first done');
    table.bigInteger('ended_at').comment('When it came to the end');
    table
      .bigInteger('appeared_at')
      .notNullable()
      .comment('When the service came into the catalog, or came back');
    table.bigInteger('gone_at').comment('When the catalog was without it');
    table.text('adopted').notNullable().comment('JSON: names of steps');
    table.text('done').notNullable().comment('JSON: names of steps');
    table
      .integer('revision')
      .notNullable()
      .comment('One more with each change: nobody writes over another one');
  });
  await knex.schema.createTable('approvals', table => {
    exactTexts(knex, table);
    table.bigIncrements('position').comment('The order in which was asked');
    table.string('id', 64).notNullable();
    table.string('service', 200).notNullable();
    table.string('step', 63).notNullable();
    table.bigInteger('life').notNullable().comment('When that began');
    table
      .string('open_step', 300)
      .comment(
        'Service, its beginning and step until it is answered, else null: one each',
      );
    table.string('asked_by', 200).notNullable();
    table.bigInteger('asked_at').notNullable();
    table.text('asked_comment').notNullable();
    table.string('verdict', 16);
    table.string('answered_by', 200);
    table.bigInteger('answered_at');
    table.text('answered_comment');
    table.unique(['open_step'], { indexName: 'approvals_open_uq' });
    table.unique(['id'], { indexName: 'approvals_id_uq' });
    table.index(['service', 'position'], 'approvals_service_idx');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('approvals');
  await knex.schema.dropTable('lifecycles');
};
