/** Bounds whose cluster has not answered yet whether it has them. */
exports.up = async function up(knex) {
  await knex.schema.alterTable('autoscaler_bounds', table => {
    table
      .bigInteger('answer_by')
      .comment('Until when their cluster may answer; null: it has them');
    table.string('replaces', 64).comment('Id of those that stood before');
  });
};

exports.down = async function down(knex) {
  await knex.schema.alterTable('autoscaler_bounds', table => {
    table.dropColumns('answer_by', 'replaces');
  });
};
