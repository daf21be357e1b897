import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, Progress, useApi } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';
import { useEffect, useMemo } from 'react';
import { SignInCard } from './SignInCard';
import { useSignIn } from './useSignIn';
import { waysIn } from './waysIn';

/** Offers what the configuration offers, and takes people in who were here before. */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const config = useApi(configApiRef);
  const ways = useMemo(() => waysIn(config), [config]);
  const { state, enter, succeed, fail } = useSignIn(ways, onSignInSuccess);

  if (state.step !== 'choosing' && state.way.id === 'guest') {
    return (
      <ProxiedSignInPage
        provider="guest"
        onSignInSuccess={succeed}
        ErrorComponent={({ error }) => (
          <Failure error={error} onFailure={fail} />
        )}
      />
    );
  }
  if (state.step === 'returning') {
    return <Progress />;
  }
  return <SignInCard ways={ways} state={state} onChoose={enter} />;
}

function Failure(props: { error?: Error; onFailure: (error: Error) => void }) {
  const { error, onFailure } = props;
  useEffect(() => {
    if (error) {
      onFailure(error);
    }
  }, [error, onFailure]);
  return null;
}

/** Takes the place of Backstage's own sign-in page. */
export const signInPage = SignInPageBlueprint.make({
  params: { loader: async () => SignInPage },
});
