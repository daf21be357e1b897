import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { FreezeWindow } from '@sphera/plugin-locks-common';
import { useMemo } from 'react';
import { DeleteWindowDialog } from './DeleteWindowDialog';
import { WindowDialog } from './WindowDialog';

/** Opens the dialogs around freeze windows. */
export function useWindowDialogs() {
  const dialogs = useApi(dialogApiRef);
  return useMemo(
    () => ({
      create: () =>
        dialogs.open(({ dialog }) => (
          <WindowDialog onClose={() => dialog.close()} />
        )),
      delete: (window: FreezeWindow) =>
        dialogs.open(({ dialog }) => (
          <DeleteWindowDialog window={window} onClose={() => dialog.close()} />
        )),
    }),
    [dialogs],
  );
}
