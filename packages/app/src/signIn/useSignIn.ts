import {
  oktaAuthApiRef,
  useApi,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { isPasswordless } from './isPasswordless';
import { oidcAuthApiRef } from './oidcAuthApi';
import { rememberedWay } from './rememberedWay';
import { sessionIdentity } from './sessionIdentity';
import type { WayIn } from './waysIn';

/** Where a person is on the way in. */
export type SignInState =
  | { step: 'choosing'; problem?: string }
  | { step: 'returning'; way: WayIn }
  | { step: 'entering'; way: WayIn };

/**
 * Takes a person in: by the way taken last time if its session still lives,
 * and else by the way that they choose.
 *
 * @param ways - what the portal offers
 * @param onSignInSuccess - told who came in, once
 */
export function useSignIn(
  ways: WayIn[],
  onSignInSuccess: (identity: IdentityApi) => void,
) {
  const oktaAuthApi = useApi(oktaAuthApiRef);
  const oidcAuthApi = useApi(oidcAuthApiRef);
  const [state, setState] = useState<SignInState>(() => {
    const way = ways.find(({ id }) => id === rememberedWay.read());
    return way ? { step: 'returning', way } : { step: 'choosing' };
  });

  const succeed = useCallback(
    (identity: IdentityApi) => onSignInSuccess(forgetOnSignOut(identity)),
    [onSignInSuccess],
  );

  const fail = useCallback((error: Error) => {
    rememberedWay.forget();
    setState({ step: 'choosing', problem: reasonOf(error) });
  }, []);

  const enter = useCallback(
    async (way: WayIn) => {
      rememberedWay.write(way.id);
      setState({ step: 'entering', way });
      if (isPasswordless(way)) {
        return;
      }
      try {
        const authApi = way.id === 'okta' ? oktaAuthApi : oidcAuthApi;
        const identity = await sessionIdentity(authApi, { instantPopup: true });
        if (!identity) {
          throw new Error(
            `auth.providers.${way.id} has no signIn.resolvers, so nobody can be identified`,
          );
        }
        succeed(identity);
      } catch (error) {
        fail(error as Error);
      }
    },
    [oktaAuthApi, oidcAuthApi, succeed, fail],
  );

  const returning = state.step === 'returning' ? state.way : undefined;
  useEffect(() => {
    if (!returning || isPasswordless(returning)) {
      return;
    }
    const authApi = returning.id === 'okta' ? oktaAuthApi : oidcAuthApi;
    sessionIdentity(authApi, { optional: true }).then(
      identity =>
        identity ? succeed(identity) : setState({ step: 'choosing' }),
      fail,
    );
  }, [returning, oktaAuthApi, oidcAuthApi, succeed, fail]);

  return { state, enter, succeed, fail };
}

/** What the backend said, where it is the cause: the error itself has only its status. */
function reasonOf({ cause, message }: Error): string {
  return cause instanceof Error ? cause.message : message;
}

function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      rememberedWay.forget();
      await identity.signOut();
    },
  };
}
