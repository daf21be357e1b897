import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** Who is signed in. */
export interface Caller {
  /** Entity ref. */
  ref: string;
  /** Entity refs of the person and of their teams. */
  ownership: readonly string[];
}

/** Who is signed in; absent while it is not known. */
export function useCaller(): Caller | undefined {
  const identity = useApi(identityApiRef);
  const [caller, setCaller] = useState<Caller>();
  useEffect(() => {
    let isGone = false;
    identity.getBackstageIdentity().then(
      ({ userEntityRef, ownershipEntityRefs }) => {
        if (isGone) return;
        setCaller({ ref: userEntityRef, ownership: ownershipEntityRefs });
      },
      // The backend has the last word on who may do what.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [identity]);
  return caller;
}
