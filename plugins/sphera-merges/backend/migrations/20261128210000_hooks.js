/** Whether GitHub tells the portal of what happens in an organisation, and what is wrong where it does not. */
exports.up = async function up(knex) {
  await knex.schema.createTable('merge_hooks', table => {
    if (knex.client.dialect === 'mysql') {
      table.charset('utf8mb4');
      table.collate('utf8mb4_bin');
    }
    table.string('organization', 100).notNullable().primary();
    table.text('problem').comment('JSON; none: it is heard');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('merge_hooks');
};
