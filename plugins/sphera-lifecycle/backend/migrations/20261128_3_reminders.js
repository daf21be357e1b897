// Moments are milliseconds since 1970: the same on every database, and they sort.

/** When the approvers were last reminded of what is asked for. */
exports.up = async function up(knex) {
  await knex.schema.alterTable('approvals', table => {
    table.bigInteger('reminded_at').comment('Null: not so far');
  });
};

exports.down = async function down(knex) {
  await knex.schema.alterTable('approvals', table => {
    table.dropColumn('reminded_at');
  });
};
