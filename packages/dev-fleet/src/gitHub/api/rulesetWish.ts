import { timestamp } from '../../kubernetes/clock';
import { GitHubError } from '../GitHubError';
import { RULE_TYPES, type Ruleset } from '../rules/Ruleset';
import type { Call } from './Call';

const ENFORCEMENTS = ['active', 'disabled', 'evaluate'];

const FIELDS = [
  'name',
  'target',
  'enforcement',
  'bypass_actors',
  'conditions',
  'rules',
];

const known = (body: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => FIELDS.includes(name) && value !== null,
    ),
  );

const namesRepositories = ({ conditions }: Ruleset): boolean =>
  Boolean(conditions.repository_name ?? conditions.repository_id);

/** What there is beside a wish. */
interface Beside {
  /** Other rulesets, none of which has its name. */
  others: readonly Ruleset[];
  /** What it was, for what the call does not name. */
  before?: Ruleset;
  /** Then it has to say of which repositories. */
  isOfOrganization: boolean;
}

/**
 * What a call wishes a ruleset to be.
 *
 * @throws GitHubError 422
 */
export function rulesetWish(
  { body, world }: Call,
  { others, before, isOfOrganization }: Beside,
): Omit<Ruleset, 'id' | 'source' | 'source_type'> {
  const now = timestamp(world.options.clock.now());
  const wish = {
    name: before?.name ?? '',
    target: before?.target ?? 'branch',
    enforcement: before?.enforcement,
    bypass_actors: before?.bypass_actors ?? [],
    conditions: before?.conditions ?? {},
    rules: before?.rules ?? [],
    ...known(body),
  } as Ruleset;
  const problems = [
    ...(wish.name ? [] : ["Name can't be blank"]),
    ...(others.some(({ name }) => name === wish.name)
      ? ['Name must be unique']
      : []),
    ...(ENFORCEMENTS.includes(wish.enforcement)
      ? []
      : ['Enforcement is not included in the list']),
    ...(isOfOrganization && !namesRepositories(wish)
      ? ['Conditions must target repositories by name, id or property']
      : []),
    ...wish.rules
      .filter(({ type }) => !RULE_TYPES.includes(type))
      .map(({ type }) => `Invalid rule '${type}'`),
    ...wish.rules.flatMap(problemOfRule),
  ];
  if (problems.length > 0) {
    throw new GitHubError(422, 'Validation Failed', problems);
  }
  const { name, target, enforcement, bypass_actors, conditions, rules } = wish;
  return {
    name,
    target,
    enforcement,
    bypass_actors,
    conditions,
    rules,
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
}

function problemOfRule({ type, parameters }: Ruleset['rules'][number]) {
  if (type !== 'required_status_checks') return [];
  const isThere =
    Array.isArray(parameters?.required_status_checks) &&
    typeof parameters?.strict_required_status_checks_policy === 'boolean';
  return isThere
    ? []
    : [
        "Invalid rule 'required_status_checks': required_status_checks and strict_required_status_checks_policy are required",
      ];
}
