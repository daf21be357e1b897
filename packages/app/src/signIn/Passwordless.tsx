import { ProxiedSignInPage } from '@backstage/core-components';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import type { WayIn } from './waysIn';

/** Lets the guest in, or a colleague of theirs, whom the backend then answers for. */
export function Passwordless(props: {
  way: WayIn;
  onSuccess: (identity: IdentityApi) => void;
  onFailure: (error: Error) => void;
}) {
  const { way, onSuccess, onFailure } = props;
  const { colleague } = way;
  return (
    <ProxiedSignInPage
      provider={colleague ? 'colleague' : 'guest'}
      headers={colleague && { 'x-sphera-colleague': colleague.userEntityRef }}
      onSignInSuccess={onSuccess}
      ErrorComponent={({ error }) => (
        <Failure error={error} onFailure={onFailure} />
      )}
    />
  );
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
