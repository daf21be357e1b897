/** What changed lately, for replicas to hear of each other; rows live for a minute. */
exports.up = async function up(knex) {
  await knex.schema.createTable('sphera_changes', table => {
    table.bigIncrements('position');
    table.string('id', 36).notNullable();
    table.text('change').notNullable();
    table.bigInteger('at').notNullable();
    table.index(['at'], 'sphera_changes_at_idx');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('sphera_changes');
};
