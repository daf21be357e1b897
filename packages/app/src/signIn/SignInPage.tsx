import { configApiRef, Progress, useApi } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';
import { useMemo } from 'react';
import { isPasswordless } from './isPasswordless';
import { Passwordless } from './Passwordless';
import { SignInCard } from './SignInCard';
import { useSignIn } from './useSignIn';
import { waysIn } from './waysIn';

/** Offers what the configuration offers, and takes people in who were here before. */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const config = useApi(configApiRef);
  const ways = useMemo(() => waysIn(config), [config]);
  const { state, enter, succeed, fail } = useSignIn(ways, onSignInSuccess);

  if (state.step !== 'choosing' && isPasswordless(state.way)) {
    return (
      <Passwordless way={state.way} onSuccess={succeed} onFailure={fail} />
    );
  }
  if (state.step === 'returning') {
    return <Progress />;
  }
  return <SignInCard ways={ways} state={state} onChoose={enter} />;
}

/** Takes the place of Backstage's own sign-in page. */
export const signInPage = SignInPageBlueprint.make({
  params: { loader: async () => SignInPage },
});
