import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type SettingProblem,
  unknownCluster,
  unknownFields,
} from '@sphera/plugin-fleet-node';
import { gitHubOf, parseCloneUrl } from '@sphera/plugin-git-node';
import type { WrittenSettings } from './settingsSchema';
import { wrongLayouts } from './wrongLayouts';

// The name of an application has no more to go by.
const APPLICATION_FIELDS = ['service', 'environment', 'region', 'cluster'];

/** What contradicts the fleet, the integrations or itself in `sphera.rollback`. */
export function contradictions(
  settings: WrittenSettings,
  fleet: Fleet,
  integrations: ScmIntegrationRegistry,
): SettingProblem[] {
  return [
    ...wrongRepositories(settings, integrations),
    ...wrongLayouts(settings, fleet),
    ...wrongArgoCd(settings, fleet),
    ...doubled(
      ['registries'],
      'host',
      settings.registries.map(({ host }) => host),
    ),
  ];
}

function wrongRepositories(
  { repositories }: WrittenSettings,
  integrations: ScmIntegrationRegistry,
): SettingProblem[] {
  const lacking = repositories.flatMap(({ url, way }, nth) => {
    const needsGitHub = way && way !== 'push';
    if (!needsGitHub || gitHubOf(parseCloneUrl(url)!, integrations)) return [];
    const message = `"${way}" needs a repository on a host of integrations.github; elsewhere it must be push`;
    return [{ path: ['repositories', nth, 'way'], message }];
  });
  // Folders have these names, also where big and small letters are alike.
  const names = repositories.map(({ name }) => name.toLowerCase());
  const fields = repositories.flatMap((repository, nth) => [
    ...unknownFields(
      ['hash'],
      ['repositories', nth, 'commitUrl'],
      repository.commitUrl,
    ),
    ...unknownFields(
      ['branch', 'path'],
      ['repositories', nth, 'fileUrl'],
      repository.fileUrl,
    ),
    ...unknownFields(
      ['number'],
      ['repositories', nth, 'pullRequestUrl'],
      repository.pullRequestUrl,
    ),
  ]);
  return [...doubled(['repositories'], 'name', names), ...lacking, ...fields];
}

function wrongArgoCd(
  { argoCd }: WrittenSettings,
  fleet: Fleet,
): SettingProblem[] {
  return argoCd.flatMap(({ clusters = [], application }, nth) => [
    ...clusters.flatMap((cluster, place) =>
      unknownCluster(fleet, ['argoCd', nth, 'clusters', place], cluster),
    ),
    ...unknownFields(
      APPLICATION_FIELDS,
      ['argoCd', nth, 'application'],
      application,
    ),
  ]);
}

function doubled(
  path: string[],
  key: string,
  names: string[],
): SettingProblem[] {
  return names.flatMap((name, nth) => {
    const first = names.indexOf(name);
    if (first === nth) return [];
    const message = `"${name}" is already the ${key} of ${path.join(
      '.',
    )}[${first}]`;
    return [{ path: [...path, nth, key], message }];
  });
}
