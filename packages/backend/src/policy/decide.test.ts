import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { decide } from './decide';
import { knownPermissions } from './knownPermissions';

describe('a decision', () => {
  it.each(knownPermissions)(
    'is no for whoever is not signed in: $name',
    permission => {
      const policy = {
        platformGroup: 'group:default/platform',
        rules: [{ permissions: ['*'], allow: 'everyone' as const }],
      };
      expect(decide(policy, permission, undefined)).toEqual({
        result: AuthorizeResult.DENY,
      });
    },
  );
});
