import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import signIn from './index';

const user = (name: string, team: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: [team] },
  relations: [{ type: 'memberOf', targetRef: `group:default/${team}` }],
});

const guest = { userEntityRef: 'user:default/dana' };
const colleague = { people: [{ userEntityRef: 'user:default/noor' }] };

async function startWith(auth: object) {
  const { server } = await startTestBackend({
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
      catalogServiceMock.factory({
        entities: [user('noor', 'platform'), user('priya', 'tracking')],
      }),
    ],
  });
  const url = `http://127.0.0.1:${server.port()}/api/auth/colleague/refresh`;
  return async (ref?: string) => {
    const headers = ref ? { 'x-sphera-colleague': ref } : undefined;
    const response = await fetch(url, { headers });
    return { status: response.status, body: await response.json() };
  };
}

function claimsOf(token: string) {
  const [, claims] = token.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

describe('on a laptop, whoever is not the guest', () => {
  it('is who they say, with the teams that the catalog gives them', async () => {
    const enterAs = await startWith({ providers: { guest, colleague } });

    const { status, body } = await enterAs('user:default/noor');

    expect(status).toBe(200);
    expect(body.backstageIdentity.identity).toMatchObject({
      userEntityRef: 'user:default/noor',
      ownershipEntityRefs: ['user:default/noor', 'group:default/platform'],
    });
    expect(claimsOf(body.backstageIdentity.token)).toMatchObject({
      sub: 'user:default/noor',
    });
  });

  it.each([['user:default/priya'], [undefined]])(
    'cannot be somebody who is not listed (%s)',
    async ref => {
      const enterAs = await startWith({ providers: { guest, colleague } });

      expect(await enterAs(ref)).toMatchObject({
        status: 403,
        body: { error: { message: expect.stringContaining('it lists user:') } },
      });
    },
  );

  it('has to be in the catalog', async () => {
    const people = [{ userEntityRef: 'user:default/nobody' }];
    const enterAs = await startWith({
      providers: { guest, colleague: { people } },
    });

    const { status, body } = await enterAs('user:default/nobody');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.backstageIdentity).toBeUndefined();
  });

  it('has to be a user', async () => {
    const people = [{ userEntityRef: 'group:default/platform' }];
    await expect(
      startWith({ providers: { guest, colleague: { people } } }),
    ).rejects.toThrow(
      'auth.providers.colleague.people[0].userEntityRef is "group:default/platform", but has to name a user like user:default/noor',
    );
  });
});

describe('nobody can enter as somebody else', () => {
  it.each([
    ['no guest can enter', { providers: { colleague } }],
    [
      'auth.environment is production',
      { environment: 'production', providers: { guest: null, colleague } },
    ],
    [
      'auth.environment is anything but development',
      { environment: 'staging', providers: { guest, colleague } },
    ],
    ['nobody is listed', { providers: { guest, colleague: { people: [] } } }],
  ])('where %s', async (_where, auth) => {
    const enterAs = await startWith(auth);

    expect(await enterAs('user:default/noor')).toMatchObject({ status: 404 });
  });
});
