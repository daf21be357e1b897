import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { BoundsStore } from './BoundsStore';
import { RestartStore } from './RestartStore';

/** The tables of this plugin, brought up to date. */
export async function openStores(
  database: DatabaseService,
): Promise<{ restarts: RestartStore; bounds: BoundsStore }> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@sphera/plugin-kubernetes-backend',
        'migrations',
      ),
    });
  }
  return { restarts: new RestartStore(knex), bounds: new BoundsStore(knex) };
}
