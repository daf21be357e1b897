import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { HookStore } from './HookStore';
import { PullRequestStore } from './PullRequestStore';
import { RepositoryStore } from './RepositoryStore';
import { RulesetStore } from './RulesetStore';
import { Turns } from './Turns';
import { WorkStore } from './WorkStore';

/** The stores of this plugin, their tables brought up to date. @param holder - this replica */
export async function openStores(database: DatabaseService, holder: string) {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@sphera/plugin-merges-backend',
        'migrations',
      ),
    });
  }
  return {
    repositories: new RepositoryStore(knex),
    work: new WorkStore(knex),
    pullRequests: new PullRequestStore(knex),
    rulesets: new RulesetStore(knex),
    hooks: new HookStore(knex),
    turns: new Turns(knex, holder),
  };
}

/** The stores of this plugin. */
export type Stores = Awaited<ReturnType<typeof openStores>>;
