import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { NamespaceStore } from '../namespaces/NamespaceStore';
import type { FlagStores } from './FlagStore';
import { KnexChangeStore } from './KnexChangeStore';
import { KnexFollowedStore } from './KnexFollowedStore';
import { KnexNotices } from './KnexNotices';
import { KnexOutbox } from './KnexOutbox';
import { KnexPast } from './KnexPast';
import { KnexReportStore } from './KnexReportStore';
import { KnexRolloutStore } from './KnexRolloutStore';
import { KnexTurn } from './KnexTurn';

/** The stores of this plugin, its tables brought up to date. */
export async function openStores(
  database: DatabaseService,
): Promise<FlagStores> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@sphera/plugin-flags-backend',
        'migrations',
      ),
    });
  }
  return {
    changes: new KnexChangeStore(knex),
    followed: new KnexFollowedStore(knex),
    outbox: new KnexOutbox(knex),
    turn: new KnexTurn(knex),
    reports: new KnexReportStore(knex),
    rollouts: new KnexRolloutStore(knex),
    past: new KnexPast(knex),
    notices: new KnexNotices(knex),
    namespaces: new NamespaceStore(knex),
  };
}
