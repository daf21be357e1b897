import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { KnexRollbackStore } from './KnexRollbackStore';
import type { RollbackStore } from './RollbackStore';

/** The store of this plugin, its tables brought up to date. */
export async function openStore(
  database: DatabaseService,
): Promise<RollbackStore> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@sphera/plugin-rollback-backend',
        'migrations',
      ),
    });
  }
  return new KnexRollbackStore(knex);
}
