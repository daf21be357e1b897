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
    config: { organization: { name: 'Kestrel Parcels' }, auth: options.auth },
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
});
