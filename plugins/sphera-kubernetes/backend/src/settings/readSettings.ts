import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  checkedSettings,
  durationSetting,
  settingKey,
  unknownEnvironment,
} from '@sphera/plugin-fleet-node';
import type { KubernetesSettings } from './KubernetesSettings';
import { settingsSchema } from './settingsSchema';

const ROOT = 'sphera.kubernetes';
const DEFAULTS = { coolDown: 'PT5M', behindAfter: 'P3D' };
// Where it runs is what a variable tells a service most often.
const IGNORED = ['*REGION*', '*CLUSTER*', '*ZONE*'];

/**
 * The settings from `sphera.kubernetes`, checked.
 * @throws InputError naming each wrong key and what is wrong with it.
 */
export function readSettings(
  config: Config,
  fleet: Pick<Fleet, 'environments'>,
): KubernetesSettings {
  const settings = checkedSettings(config, {
    root: ROOT,
    complaint: 'The settings of Kubernetes are wrong',
    schema: settingsSchema,
    contradictions: ({ guardrails }) =>
      guardrails.flatMap(({ environment }, index) =>
        unknownEnvironment(
          fleet,
          ['guardrails', index, 'environment'],
          environment,
        ),
      ),
  });
  const { restart, drift, guardrails, clusterLocks } = settings;
  return {
    coolDown: restart.coolDown ?? toMs(DEFAULTS.coolDown),
    behindAfter: drift.behindAfter ?? toMs(DEFAULTS.behindAfter),
    ignoresVariable: matcherOf(drift.ignoreVariables ?? IGNORED),
    guardrails: guardrails.map(({ team, service, ...rule }, index) => ({
      ...rule,
      team: team && refOf(team, 'group'),
      service: service && refOf(service, 'component'),
      setIn: settingKey(ROOT, ['guardrails', index]),
    })),
    clusterLocks,
  };
}

function matcherOf(patterns: readonly string[]): (name: string) => boolean {
  const expressions = patterns.map(pattern => {
    const parts = pattern.split('*').map(part => part.replace(/\W/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 'i');
  });
  return name => expressions.some(expression => expression.test(name));
}

function toMs(text: string): number {
  return durationSetting.parse(text);
}

function refOf(text: string, defaultKind: string): string {
  const context = { defaultKind, defaultNamespace: 'default' };
  return stringifyEntityRef(parseEntityRef(text.toLowerCase(), context));
}
