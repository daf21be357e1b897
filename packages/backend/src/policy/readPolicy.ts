import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Permission } from '@backstage/plugin-permission-common';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { Policy, Rule, standsFor } from './policy';
import { readMember, readWho } from './readWho';
import { Setting } from './Setting';

const DEFAULT_PLATFORM_GROUP = 'group:default/platform';

/** What a policy can refer to. */
export interface Surroundings {
  fleet: Pick<Fleet, 'environments'>;
  known: Permission[];
}

/**
 * The policy in `sphera.policy`, checked.
 * @throws InputError naming each wrong key and what would be right.
 */
export function readPolicy(config: Config, around: Surroundings): Policy {
  const problems: string[] = [];
  const { platformGroup, rules } = new Setting(
    'sphera.policy',
    config.getOptional('sphera.policy') ?? {},
    problems,
    // The kernel reads the callers: what programs may do.
  ).fields('platformGroup', 'rules', 'callers');
  const policy = {
    platformGroup: isGiven(platformGroup)
      ? readMember(platformGroup)
      : DEFAULT_PLATFORM_GROUP,
    rules: isGiven(rules)
      ? rules.list().map(rule => readRule(rule, around))
      : [],
    environments: around.fleet.environments.map(({ name }) => name),
  };
  if (problems.length > 0) {
    throw new InputError(
      `The policy in the configuration is wrong: ${problems.join('; ')}`,
    );
  }
  return policy;
}

// An empty list is how a later configuration file takes away the rules of an earlier one.
function isGiven({ value }: Setting): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function readRule(setting: Setting, { fleet, known }: Surroundings): Rule {
  const { permissions, allow } = setting.fields('permissions', 'allow');
  const names = permissions.list();
  return {
    permissions: names.map(name => String(name.value)),
    allow: readWho(allow, {
      environments: fleet.environments.map(({ name }) => name),
      permissions: names.flatMap(name => permissionsCalled(name, known)),
    }),
  };
}

function permissionsCalled(name: Setting, known: Permission[]): Permission[] {
  const pattern = String(name.value);
  const found = known.filter(one => standsFor(pattern, one.name));
  if (found.length === 0) {
    name.wrong(
      `no permission is called "${pattern}"; ${namesLike(pattern, known)}`,
    );
  }
  return found;
}

function namesLike(pattern: string, known: Permission[]): string {
  const [plugin] = pattern.split('.');
  const names = known.map(permission => permission.name);
  const near = names.filter(name => name.startsWith(`${plugin}.`));
  if (near.length > 0) return `there are ${near.join(', ')}`;
  const plugins = new Set(names.map(name => `${name.split('.')[0]}.*`));
  return `there are ${[...plugins].sort().join(', ')}`;
}
