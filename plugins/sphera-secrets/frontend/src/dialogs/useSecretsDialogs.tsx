import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ReactElement, useMemo } from 'react';
import { AdoptDialog } from './adopt/AdoptDialog';
import { GoBackDialog } from './back/GoBackDialog';
import { CopyDialog } from './copy/CopyDialog';
import { CreateDialog } from './create/CreateDialog';
import { DeleteDialog } from './delete/DeleteDialog';
import { RestoreDialog } from './restore/RestoreDialog';
import { RevealDialog } from './reveal/RevealDialog';
import type { SecretsDialogs } from './SecretsDialogs';
import { UnfinishedDialog } from './unfinished/UnfinishedDialog';
import { UpdateDialog } from './update/UpdateDialog';

/** Opens the dialogs about secrets. */
export function useSecretsDialogs(): SecretsDialogs {
  const dialogs = useApi(dialogApiRef);
  return useMemo(() => {
    const open = (draw: (onClose: () => void) => ReactElement) => {
      dialogs.open(({ dialog }) => draw(() => dialog.close()));
    };
    return {
      create: ({ service }) =>
        open(close => <CreateDialog service={service} onClose={close} />),
      update: about =>
        open(close => <UpdateDialog about={about} onClose={close} />),
      delete: about =>
        open(close => <DeleteDialog about={about} onClose={close} />),
      restore: about =>
        open(close => <RestoreDialog about={about} onClose={close} />),
      reveal: about =>
        open(close => <RevealDialog about={about} onClose={close} />),
      copy: about =>
        open(close => <CopyDialog about={about} onClose={close} />),
      adopt: about =>
        open(close => <AdoptDialog about={about} onClose={close} />),
      goBack: about =>
        open(close => <GoBackDialog about={about} onClose={close} />),
      finish: about =>
        open(close => (
          <UnfinishedDialog way="finish" {...about} onClose={close} />
        )),
      undo: about =>
        open(close => (
          <UnfinishedDialog way="undo" {...about} onClose={close} />
        )),
    };
  }, [dialogs]);
}
