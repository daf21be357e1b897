import { oktaAuthApiRef } from '@backstage/core-plugin-api';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { createApiMock, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { oidcAuthApiRef } from './oidcAuthApi';
import { SignInPage } from './SignInPage';

const danaAtOkta = {
  identity: {
    type: 'user' as const,
    userEntityRef: 'user:default/dana',
    ownershipEntityRefs: ['user:default/dana', 'group:default/booking'],
  },
  token: 'token-of-dana',
};

const okta = createApiMock(oktaAuthApiRef, () => ({
  getAccessToken: jest.fn(),
  getIdToken: jest.fn(),
  getBackstageIdentity: jest.fn(),
  getProfile: jest.fn(),
  sessionState$: jest.fn(),
  signIn: jest.fn(),
  signOut: jest.fn(),
}));
const oidc = createApiMock(oidcAuthApiRef, () => ({
  getBackstageIdentity: jest.fn(),
  getProfile: jest.fn(),
  sessionState$: jest.fn(),
  signIn: jest.fn(),
  signOut: jest.fn(),
}));

const oktaAndGuest = {
  environment: 'production',
  providers: { guest: {}, okta: { production: { clientId: 'sphera' } } },
};

function open(options: { auth?: object; oktaApi?: ReturnType<typeof okta> }) {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    apis: [options.oktaApi ?? okta(), oidc()],
    config: {
      backend: { baseUrl: 'http://localhost:7007' },
      organization: { name: 'Kestrel Parcels' },
      auth: options.auth,
    },
  });
  return { onSignInSuccess };
}

function oktaThatKnowsDana() {
  return okta({
    getBackstageIdentity: jest.fn().mockResolvedValue(danaAtOkta),
    getProfile: jest.fn().mockResolvedValue({ displayName: 'Dana Okafor' }),
    signOut: jest.fn().mockResolvedValue(undefined),
  });
}

describe('the sign-in page', () => {
  beforeEach(() => window.localStorage.clear());

  it('offers a button for each way in, and nothing else', async () => {
    open({ auth: oktaAndGuest });

    expect(
      (await screen.findAllByRole('button')).map(button => button.textContent),
    ).toEqual(['Continue with Okta', 'Enter']);
    expect(screen.getByText(/of Kestrel Parcels/)).toBeInTheDocument();
  });

  it('says what is missing when there is no way in', async () => {
    open({});

    expect(
      await screen.findByText('Nobody can sign in yet'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('takes in whom the identity provider knows', async () => {
    const { onSignInSuccess } = open({
      auth: oktaAndGuest,
      oktaApi: oktaThatKnowsDana(),
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Continue with Okta' }),
    );

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [identity] = onSignInSuccess.mock.calls[0];
    expect(await identity.getBackstageIdentity()).toEqual(danaAtOkta.identity);
    expect(await identity.getCredentials()).toEqual({ token: 'token-of-dana' });
  });

  it('asks nobody again who comes back, until they sign out', async () => {
    window.localStorage.setItem('sphera.sign-in', 'okta');
    const { onSignInSuccess } = open({
      auth: oktaAndGuest,
      oktaApi: oktaThatKnowsDana(),
    });

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    const [identity] = onSignInSuccess.mock.calls[0];
    await identity.signOut();

    expect(window.localStorage.getItem('sphera.sign-in')).toBeNull();
  });

  it('asks again when the session is over', async () => {
    window.localStorage.setItem('sphera.sign-in', 'okta');
    open({ auth: oktaAndGuest });

    expect(
      await screen.findByRole('button', { name: 'Continue with Okta' }),
    ).toBeEnabled();
  });

  it('gives the reason when somebody cannot be signed in', async () => {
    open({
      auth: oktaAndGuest,
      oktaApi: okta({
        getBackstageIdentity: jest
          .fn()
          .mockRejectedValue(new Error('The window was closed')),
      }),
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Continue with Okta' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The window was closed',
    );
    expect(screen.getByRole('button', { name: 'Enter' })).toBeEnabled();
  });

  describe('of a laptop', () => {
    const laptop = {
      providers: {
        guest: {},
        colleague: {
          people: [
            {
              userEntityRef: 'user:default/noor',
              name: 'Noor Haddad',
              team: 'Platform',
            },
          ],
        },
      },
    };
    let asked: jest.SpyInstance;

    beforeEach(() => {
      asked = jest.spyOn(window, 'fetch');
    });
    afterEach(() => asked.mockRestore());

    it('offers to be somebody else, under the guest', async () => {
      open({ auth: laptop });

      expect(
        (await screen.findAllByRole('button')).map(
          ({ textContent }) => textContent,
        ),
      ).toEqual(['Enter', 'Noor HaddadPlatform']);
    });

    it('takes in whom the backend answers for, and remembers it', async () => {
      const identity = {
        type: 'user' as const,
        userEntityRef: 'user:default/noor',
        ownershipEntityRefs: ['user:default/noor', 'group:default/platform'],
      };
      asked.mockResolvedValue(
        Response.json({
          profile: {},
          backstageIdentity: { token: 'a.e30.c', identity },
        }),
      );
      const { onSignInSuccess } = open({ auth: laptop });

      await userEvent.click(
        await screen.findByRole('button', { name: /Noor Haddad/ }),
      );

      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
      const [noor] = onSignInSuccess.mock.calls[0];
      expect(await noor.getBackstageIdentity()).toEqual(identity);
      const [url, { headers }] = asked.mock.calls[0];
      expect(url).toMatch(/\/auth\/colleague\/refresh$/);
      expect(headers.get('x-sphera-colleague')).toBe('user:default/noor');
      expect(window.localStorage.getItem('sphera.sign-in')).toBe(
        'colleague/user:default/noor',
      );
    });

    it('gives the reason when the backend does not', async () => {
      const error = { name: 'NotFoundError', message: 'Noor has left' };
      asked.mockResolvedValue(Response.json({ error }, { status: 404 }));
      open({ auth: laptop });

      await userEvent.click(
        await screen.findByRole('button', { name: /Noor Haddad/ }),
      );

      expect(await screen.findByRole('alert')).toHaveTextContent(
        'Noor has left',
      );
    });
  });
});
