import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { LockStore } from './LockStore';
import { WindowStore } from './WindowStore';

/** The tables of this plugin, brought up to date. */
export async function openStores(
  database: DatabaseService,
): Promise<{ locks: LockStore; windows: WindowStore }> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@sphera/plugin-locks-backend',
        'migrations',
      ),
    });
  }
  return { locks: new LockStore(knex), windows: new WindowStore(knex) };
}
