import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  Autoscaler,
  DeploymentDetails,
} from '@sphera/plugin-kubernetes-common';
import { useMemo } from 'react';
import { BoundsDialog } from './BoundsDialog';
import { RestartDialog } from './RestartDialog';

/** Opens the dialogs about a deployment. */
export function useDeploymentDialogs() {
  const dialogs = useApi(dialogApiRef);
  return useMemo(
    () => ({
      restart: (deployment: DeploymentDetails) =>
        dialogs.open(({ dialog }) => (
          <RestartDialog
            deployment={deployment}
            onClose={() => dialog.close()}
          />
        )),
      changeBounds: (autoscaler: Autoscaler) =>
        dialogs.open(({ dialog }) => (
          <BoundsDialog
            autoscaler={autoscaler}
            onClose={() => dialog.close()}
          />
        )),
    }),
    [dialogs],
  );
}
