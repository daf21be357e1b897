import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { checkedSettings } from '@sphera/plugin-fleet-node';
import { contradictions } from './contradictions';
import type { CreationSettings } from './CreationSettings';
import { freezeCheckOn } from './freezeCheckOn';
import { gitHubSettings } from './gitHubSettings';
import { manifestsSettings } from './manifestsSettings';
import { settingsSchema } from './settingsSchema';

/**
 * The settings from `sphera.creation`, checked, with what `integrations` says of the hosts.
 * @throws InputError naming each wrong key and what is wrong with it, never a token.
 */
export function readSettings(config: Config, fleet: Fleet): CreationSettings {
  const integrations = ScmIntegrations.fromConfig(config);
  const { github, images, codefresh, manifests, names } = checkedSettings(
    config,
    {
      root: 'sphera.creation',
      complaint: 'The settings of creation are wrong',
      schema: settingsSchema,
      contradictions: found => contradictions(found, fleet, integrations),
    },
  );
  return {
    github:
      github &&
      gitHubSettings(github, integrations, freezeCheckOn(config, github.host)),
    images: images && {
      ...images,
      registry:
        images.registry ??
        `${images.account}.dkr.ecr.${images.region}.amazonaws.com`,
    },
    codefresh: codefresh && {
      ...codefresh,
      apiUrl: codefresh.apiUrl.replace(/\/+$/, ''),
      url: codefresh.url.replace(/\/+$/, ''),
    },
    manifests:
      manifests &&
      manifestsSettings(manifests, { config, fleet, integrations }),
    reserved: names.reserved.map(name => name.toLowerCase()),
  };
}
