import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  DeploymentDetails,
  restartDeployment,
} from '@sphera/plugin-kubernetes-common';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { gitOpsOwner } from './gitOpsWords';
import { lockedInWords } from './lockedInWords';
import { RestartChecks } from './RestartChecks';
import { strategyInWords } from './strategyWords';
import { useDeploymentNow } from './useDeploymentNow';
import { useLockInTheWay } from './useLockInTheWay';

/** Says what a restart does and what was checked, asks why, and restarts. */
export function RestartDialog(props: {
  /** As it stood when the dialog was opened; what is shown stays current. */
  deployment: DeploymentDetails;
  onClose(): void;
}) {
  const { onClose } = props;
  const deployment = useDeploymentNow(props.deployment) ?? props.deployment;
  const { cluster, namespace, name, gitOps, restartable } = deployment;
  const toasts = useApi(toastApiRef);
  const lock = useLockInTheWay('restart', deployment);
  const [reason, setReason] = useState('');
  const restarting = useOperationMutation(restartDeployment, {
    quiet: true,
    onSuccess: () => {
      toasts.post({
        title: `${name} restarts in ${cluster}`,
        status: 'success',
        timeout: 4000,
      });
      onClose();
    },
  });
  return (
    <FormDialog
      title={`Restart ${name} in ${cluster}`}
      submitLabel="Restart"
      error={restarting.error}
      isPending={restarting.isPending}
      isDisabled={!restartable.allowed || Boolean(lock)}
      onSubmit={() => restarting.mutate({ cluster, namespace, name, reason })}
      onClose={onClose}
    >
      <Text>
        {strategyInWords(deployment)} The version stays {deployment.version}.
      </Text>
      <RestartChecks
        deployment={deployment}
        locked={lock && lockedInWords('restart', lock)}
      />
      {gitOps && (
        <Text color="secondary">
          What Git says does not change, so {gitOpsOwner(gitOps)} lets the
          restart be.
        </Text>
      )}
      <ReasonField
        value={reason}
        onChange={setReason}
        error={restarting.error}
        placeholder="Connections to the database hang"
      />
    </FormDialog>
  );
}
