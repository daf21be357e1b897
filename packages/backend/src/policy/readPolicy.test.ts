import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { readCallers } from '@sphera/plugin-operations-node';
import { parse } from 'yaml';
import { knownPermissions } from './knownPermissions';
import { readPolicy } from './readPolicy';

const fleet = {
  environments: [
    { name: 'development', title: 'Development' },
    { name: 'staging', title: 'Staging' },
    { name: 'production', title: 'Production' },
  ],
};

function read(policy?: unknown) {
  const config = new ConfigReader({ sphera: { policy } } as any);
  return readPolicy(config, { fleet, known: knownPermissions });
}

const lock = { permissions: ['sphera-locks.lock'], allow: 'owners' };
const allowing = (allow: unknown) => ({ rules: [{ ...lock, allow }] });

describe('the policy in the configuration', () => {
  it('may be absent: the platform group is group:default/platform', () => {
    expect(read()).toEqual({
      platformGroup: 'group:default/platform',
      rules: [],
      environments: ['development', 'staging', 'production'],
    });
  });

  it('keeps the order of the rules', () => {
    const other = { permissions: ['scaffolder.*'], allow: 'platform' };
    expect(read({ rules: [lock, other] }).rules).toEqual([lock, other]);
  });

  it('may have no rules, so that a later file can take those of an earlier one away', () => {
    expect(read({ rules: [] }).rules).toEqual([]);
  });

  it('takes the name of a group for its entity ref', () => {
    expect(read({ platformGroup: 'Infra' }).platformGroup).toBe(
      'group:default/infra',
    );
    expect(read(allowing({ memberOf: ['sre'] })).rules[0].allow).toEqual({
      memberOf: ['group:default/sre'],
    });
  });

  it('takes "not in production" for "in another environment", since who names none acts in all', () => {
    const { rules } = read(
      allowing({
        not: { anyOf: ['platform', { inEnvironment: ['production'] }] },
      }),
    );
    expect(rules[0].allow).toEqual({
      allOf: [
        { not: 'platform' },
        { inEnvironment: ['development', 'staging'] },
      ],
    });
  });

  it.each([
    [
      'a setting that does not exist',
      { rule: [] },
      'sphera.policy.rule: is not one of platformGroup, rules, callers',
    ],
    [
      'a platform group that is none',
      { platformGroup: 'component:default/platform' },
      'sphera.policy.platformGroup: "component:default/platform" must be a group, like group:default/platform',
    ],
    [
      'rules that are no list',
      { rules: lock },
      'sphera.policy.rules: must be a list of at least one',
    ],
    [
      'a rule that is only a word',
      { rules: ['owners'] },
      'sphera.policy.rules[0]: must have the fields permissions, allow',
    ],
    [
      'a field that a rule does not have',
      { rules: [lock, { ...lock, deny: 'everyone' }] },
      'sphera.policy.rules[1].deny: is not one of permissions, allow',
    ],
    [
      'a rule about no permission',
      { rules: [{ ...lock, permissions: [] }] },
      'sphera.policy.rules[0].permissions: must be a list of at least one',
    ],
    [
      'a permission that nobody asks for',
      { rules: [lock, lock, { ...lock, permissions: ['sphera-locks.lok'] }] },
      'sphera.policy.rules[2].permissions[0]: no permission is called "sphera-locks.lok"; there are sphera-locks.list-locks, sphera-locks.lock,',
    ],
    [
      'permissions of a plugin that nobody has',
      { rules: [{ ...lock, permissions: ['lock', 'locks.*'] }] },
      'sphera.policy.rules[0].permissions[1]: no permission is called "locks.*"; there are catalog.*, kubernetes.*, scaffolder.*, sphera-audit.*, sphera-creation.*, sphera-flags.*, sphera-kubernetes.*, sphera-lifecycle.*, sphera-locks.*, sphera-merges.*, sphera-rollback.*, sphera-secrets.*, sphera-services.*',
    ],
    [
      'an operation that only sphera itself runs',
      { rules: [{ ...lock, permissions: ['sphera-locks.expire-lock'] }] },
      'sphera.policy.rules[0].permissions[0]: no permission is called "sphera-locks.expire-lock"',
    ],
    [
      'nobody to allow it to',
      { rules: [{ permissions: lock.permissions }] },
      'sphera.policy.rules[0].allow: is missing: it must be one of everyone, nobody, owners, platform, or have one of memberOf, inEnvironment, anyOf, allOf, not',
    ],
    [
      'a word that is none',
      allowing('owner'),
      'sphera.policy.rules[0].allow: "owner" must be one of everyone, nobody, owners, platform',
    ],
    [
      'a form that is none',
      allowing({ isOwner: true }),
      'sphera.policy.rules[0].allow.isOwner: is not one of memberOf, inEnvironment, anyOf, allOf, not',
    ],
    [
      'two forms at once',
      allowing({ memberOf: ['sre'], inEnvironment: ['staging'] }),
      'sphera.policy.rules[0].allow: has memberOf and inEnvironment: say allOf or anyOf of them',
    ],
    [
      'an environment that the fleet does not have, however deep',
      allowing({ allOf: ['owners', { not: { inEnvironment: ['prod'] } }] }),
      'sphera.policy.rules[0].allow.allOf[1].not.inEnvironment[0]: "prod" is not one of sphera.fleet.environments (development, staging, production)',
    ],
    [
      'a member of something that is no group',
      allowing({ memberOf: ['a:b:c'] }),
      'sphera.policy.rules[0].allow.memberOf[0]: "a:b:c" must be a group',
    ],
    [
      'owners of what has none',
      { rules: [{ permissions: ['scaffolder.task.*'], allow: 'owners' }] },
      'sphera.policy.rules[0].allow: scaffolder.task.cancel, scaffolder.task.create, scaffolder.task.read is not about anything that has owners',
    ],
    [
      'an environment of what is in none',
      {
        rules: [
          {
            permissions: ['catalog.entity.delete'],
            allow: { inEnvironment: ['staging'] },
          },
        ],
      },
      'sphera.policy.rules[0].allow.inEnvironment: catalog.entity.delete is not about anything that is in an environment',
    ],
  ])('stops the start for %s, naming the key', (_what, policy, message) => {
    expect(() => read(policy)).toThrow(message);
  });

  it('names everything that is wrong at once', () => {
    const wrong = { rules: [{ permissions: ['lok'], allow: 'owner' }] };
    expect(() => read(wrong)).toThrow(
      /rules\[0\]\.permissions\[0\].*; sphera\.policy\.rules\[0\]\.allow/,
    );
  });
});

describe('docs/policy.md', () => {
  const text = readFileSync(
    resolvePackagePath('backend', '../../docs/policy.md'),
    'utf8',
  );
  const examples = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(
    ([, yaml]) => parse(yaml).sphera.policy,
  );

  it.each(examples)('has an example that starts: %j', policy => {
    expect(() => read(policy)).not.toThrow();
    expect(() =>
      readCallers(new ConfigReader({ sphera: { policy } })),
    ).not.toThrow();
  });

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(4);
  });
});
