import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { revealSecret } from '@sphera/plugin-secrets-common';
import { decide } from './decide';
import { knownPermissions } from './knownPermissions';

describe('a decision', () => {
  it.each(knownPermissions)(
    'is no for whoever is not signed in: $name',
    permission => {
      const policy = {
        platformGroup: 'group:default/platform',
        rules: [{ permissions: ['*'], allow: 'everyone' as const }],
        environments: ['staging', 'production'],
      };
      expect(decide(policy, permission, undefined)).toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );
});

describe('who may reveal a secret, where no rule says otherwise', () => {
  const policy = (environments: string[]) => ({
    platformGroup: 'group:default/platform',
    rules: [],
    environments,
  });
  const may = (environments: string[], claims: string[]) =>
    decide(policy(environments), revealSecret.permission, claims);

  it('is the platform group', () => {
    expect(may(['production'], ['group:default/platform'])).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('is an owner, too, where no customers are', () => {
    const environments = ['dev', 'staging', 'prod-eu', 'Live', 'production'];
    expect(may(environments, ['group:default/payments'])).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        allOf: [
          {
            rule: 'IS_OWNER',
            params: { claims: ['group:default/payments'] },
          },
          {
            rule: 'IN_ENVIRONMENT',
            params: { environments: ['dev', 'staging'] },
          },
        ],
      },
    });
  });
});
