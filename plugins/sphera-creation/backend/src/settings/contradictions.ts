import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  fieldsOf,
  type SettingProblem,
  unknownEnvironment,
  unknownFields,
} from '@sphera/plugin-fleet-node';
import { PATH_END } from './folderOf';
import type { WrittenSettings } from './settingsSchema';

const PATH_FIELDS = ['service', 'environment', 'region'] as const;
const NAMESPACE_FIELDS = ['service', 'system', 'owner', 'environment'] as const;

/** What a schema cannot see: hosts without an integration, environments that are not, fields that are not or are missing. */
export function contradictions(
  written: WrittenSettings,
  fleet: Fleet,
  integrations: ScmIntegrationRegistry,
): SettingProblem[] {
  return [
    ...hostProblems(written, integrations),
    ...manifestProblems(written, fleet),
    ...pipelineProblems(written),
  ];
}

function hostProblems(
  { github }: WrittenSettings,
  integrations: ScmIntegrationRegistry,
): SettingProblem[] {
  const hosts = integrations.github.list().map(({ config }) => config.host);
  if (!github || hosts.includes(github.host)) return [];
  return [
    {
      path: ['github', 'host'],
      message: `"${github.host}" has no entry in integrations.github (${
        hosts.join(', ') || 'there are none'
      })`,
    },
  ];
}

function manifestProblems(
  { manifests }: WrittenSettings,
  fleet: Fleet,
): SettingProblem[] {
  if (!manifests) return [];
  const { path, namespace, firstEnvironments = [] } = manifests;
  return [
    ...pathProblems(path),
    ...unknownFields(NAMESPACE_FIELDS, ['manifests', 'namespace'], namespace),
    ...firstEnvironments.flatMap((environment, index) =>
      unknownEnvironment(
        fleet,
        ['manifests', 'firstEnvironments', index],
        environment,
      ),
    ),
  ];
}

function pathProblems(path: string): SettingProblem[] {
  const named = fieldsOf(path);
  const problems = [
    ...unknownFields(PATH_FIELDS, ['manifests', 'path'], path),
    ...PATH_FIELDS.filter(field => !named.includes(field)).map(field => ({
      path: ['manifests', 'path'],
      message: `must contain {${field}}, so that each file has a place of its own`,
    })),
  ];
  if (problems.length > 0 || path.endsWith(PATH_END)) return problems;
  return [
    {
      path: ['manifests', 'path'],
      message: `must end with ${PATH_END}, where pipelines put the files of a service`,
    },
  ];
}

function pipelineProblems({
  github,
  codefresh,
}: WrittenSettings): SettingProblem[] {
  if (github || !codefresh) return [];
  return [
    {
      path: ['codefresh'],
      message: 'needs sphera.creation.github: a pipeline builds a repository',
    },
  ];
}
