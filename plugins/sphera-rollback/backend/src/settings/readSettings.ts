import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { checkedSettings } from '@sphera/plugin-fleet-node';
import { cloneFolderOf } from '@sphera/plugin-git-node';
import { contradictions } from './contradictions';
import { repositoriesOf } from './repositoriesOf';
import type { RollbackSettings } from './RollbackSettings';
import { settingsSchema } from './settingsSchema';

/**
 * The settings from `sphera.rollback`, checked, with what `integrations` says of the repositories' hosts.
 * @throws InputError naming each wrong key and what is wrong with it.
 */
export function readSettings(config: Config, fleet: Fleet): RollbackSettings {
  const integrations = ScmIntegrations.fromConfig(config);
  const { repositories, layouts, cloneFolder, ...settings } = checkedSettings(
    config,
    {
      root: 'sphera.rollback',
      complaint: 'The settings of rollbacks are wrong',
      schema: settingsSchema,
      contradictions: found => contradictions(found, fleet, integrations),
    },
  );
  return {
    ...settings,
    keys: {
      repositories: 'sphera.rollback.repositories',
      signing: 'sphera.rollback.signing',
      cloneFolder: 'sphera.rollback.cloneFolder',
    },
    repositories: repositoriesOf(repositories, integrations),
    layouts: layouts.map(({ service, team, system, environment, ...rest }) => ({
      ...rest,
      services: service,
      teams: team,
      systems: system,
      environments: environment,
    })),
    cloneFolder: cloneFolder
      ? resolve(cloneFolder)
      : cloneFolderOf(config, 'sphera-rollback'),
  };
}
