import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConfigReader } from '@backstage/config';
import { refuseGuestInProduction } from './refuseGuestInProduction';
import signIn from './index';

function startWith(auth: object) {
  return startTestBackend({
    features: [
      signIn,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:7007' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth,
        },
      }),
      authPlugin,
      catalogServiceMock.factory(),
    ],
  });
}

const guest = { providers: { guest: { userEntityRef: 'user:default/dana' } } };

describe('a portal with guest sign-in', () => {
  it('starts on a laptop', async () => {
    await expect(startWith(guest)).resolves.toBeDefined();
  });

  it('does not start where auth.environment is production', async () => {
    await expect(
      startWith({ environment: 'production', ...guest }),
    ).rejects.toThrow(
      'The configuration has auth.providers.guest, but auth.environment is production',
    );
  });

  it('does not start where NODE_ENV is production', () => {
    expect(() =>
      refuseGuestInProduction(new ConfigReader({ auth: guest }), 'production'),
    ).toThrow(
      'The configuration has auth.providers.guest, but NODE_ENV is production',
    );
  });
});

describe('a portal without guest sign-in', () => {
  it('starts in production', async () => {
    await expect(
      startWith({ environment: 'production', providers: {} }),
    ).resolves.toBeDefined();
  });
});
