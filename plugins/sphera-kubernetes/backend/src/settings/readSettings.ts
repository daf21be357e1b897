import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { z } from 'zod/v3';
import type { KubernetesSettings } from './KubernetesSettings';
import { durationSetting } from './durationSetting';
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
  const parsed = settingsSchema.safeParse(config.getOptional(ROOT) ?? {});
  const problems = parsed.success
    ? unknownEnvironments(parsed.data, fleet)
    : parsed.error.issues.map(
        ({ path, message }) =>
          `${keyOf(path)}: ${message === 'Required' ? 'is missing' : message}`,
      );
  if (!parsed.success || problems.length > 0) {
    throw new InputError(
      `The settings of Kubernetes are wrong: ${problems.join('; ')}`,
    );
  }
  const { restart, drift, guardrails, clusterLocks } = parsed.data;
  return {
    coolDown: restart.coolDown ?? toMs(DEFAULTS.coolDown),
    behindAfter: drift.behindAfter ?? toMs(DEFAULTS.behindAfter),
    ignoresVariable: matcherOf(drift.ignoreVariables ?? IGNORED),
    guardrails: guardrails.map(({ team, service, ...rule }, index) => ({
      ...rule,
      team: team && refOf(team, 'group'),
      service: service && refOf(service, 'component'),
      setIn: keyOf(['guardrails', index]),
    })),
    clusterLocks,
  };
}

function unknownEnvironments(
  { guardrails }: z.output<typeof settingsSchema>,
  fleet: Pick<Fleet, 'environments'>,
): string[] {
  const names = fleet.environments.map(({ name }) => name);
  return guardrails.flatMap(({ environment }, index) =>
    environment === undefined || names.includes(environment)
      ? []
      : [
          `${keyOf([
            'guardrails',
            index,
            'environment',
          ])}: "${environment}" is not one of sphera.fleet.environments (${
            names.join(', ') || 'there are none'
          })`,
        ],
  );
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

function keyOf(path: Array<string | number>): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${part}`,
    ROOT,
  );
}
