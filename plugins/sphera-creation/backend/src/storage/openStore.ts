import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { CreationStore } from './CreationStore';
import { KnexCreationStore } from './KnexCreationStore';

/** The store of this plugin, its table brought up to date. */
export async function openStore(
  database: DatabaseService,
): Promise<CreationStore> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@sphera/plugin-creation-backend',
        'migrations',
      ),
    });
  }
  return new KnexCreationStore(knex);
}
