import { ConfigReader } from '@backstage/core-app-api';
import { waysIn } from './waysIn';

function offered(auth: object): string[] {
  return waysIn(new ConfigReader({ auth })).map(({ id }) => id);
}

describe('the ways in', () => {
  it('are none without configuration', () => {
    expect(waysIn(new ConfigReader({}))).toEqual([]);
  });

  it('are exactly the configured ones, the company before the guest', () => {
    expect(offered({ providers: { guest: {} } })).toEqual(['guest']);
    expect(
      offered({
        environment: 'production',
        providers: {
          guest: {},
          oidc: { production: { clientId: 'a' } },
          okta: { production: { clientId: 'b' } },
        },
      }),
    ).toEqual(['okta', 'oidc', 'guest']);
  });

  it('leave out a provider that is configured for another environment', () => {
    expect(
      offered({
        environment: 'production',
        providers: { okta: { development: { clientId: 'a' } } },
      }),
    ).toEqual([]);
  });

  const noor = {
    userEntityRef: 'user:default/noor',
    name: 'Noor Haddad',
    team: 'Platform',
  };
  const asNoor = 'colleague/user:default/noor';

  it('are the listed colleagues, too, where a guest can enter', () => {
    expect(
      offered({ providers: { guest: {}, colleague: { people: [noor] } } }),
    ).toEqual(['guest', asNoor]);
  });

  it.each([
    ['without a guest', { providers: { colleague: { people: [noor] } } }],
    [
      'outside of development',
      {
        environment: 'staging',
        providers: { guest: {}, colleague: { people: [noor] } },
      },
    ],
  ])('leave the colleagues out %s', (_where, auth) => {
    expect(offered(auth)).not.toContain(asNoor);
  });
});
