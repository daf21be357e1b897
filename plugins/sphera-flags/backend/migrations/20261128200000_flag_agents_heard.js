/** Every look of a memory asks which agents were heard since the last: not by reading all of them. */
exports.up = knex =>
  knex.schema.alterTable('flag_agents', table => {
    table.index(['heard_at'], 'flag_agents_heard_idx');
  });

exports.down = knex =>
  knex.schema.alterTable('flag_agents', table => {
    table.dropIndex(['heard_at'], 'flag_agents_heard_idx');
  });
