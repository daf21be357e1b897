import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Lock } from '@sphera/plugin-locks-common';
import { useMemo } from 'react';
import { FreezeDialog } from './FreezeDialog';
import { LockDialog, LockPlace } from './LockDialog';
import { UnlockDialog } from './UnlockDialog';

/** Opens the dialogs around locks, from wherever a button or a menu is. */
export function useLockDialogs() {
  const dialogs = useApi(dialogApiRef);
  return useMemo(
    () => ({
      lock: (place: LockPlace) =>
        dialogs.open(({ dialog }) => (
          <LockDialog place={place} onClose={() => dialog.close()} />
        )),
      freezeMerges: (service?: { ref: string; title: string }) =>
        dialogs.open(({ dialog }) => (
          <FreezeDialog service={service} onClose={() => dialog.close()} />
        )),
      unlock: (lock: Lock) =>
        dialogs.open(({ dialog }) => (
          <UnlockDialog lock={lock} onClose={() => dialog.close()} />
        )),
    }),
    [dialogs],
  );
}
