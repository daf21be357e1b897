import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  Autoscaler,
  setAutoscalerBounds,
} from '@sphera/plugin-kubernetes-common';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { ReplicaRange } from '../parts/ReplicaRange';
import { Bounds, boundsProblems } from './boundsProblems';
import { boundsWarnings } from './boundsWarnings';
import { CapacityTable } from './CapacityTable';
import styles from './dialogs.module.css';
import { expiresIn, forGood } from './expiry';
import { ExpiryField } from './ExpiryField';
import { overwriteWarning } from './gitOpsWords';
import { PresentLoad } from './PresentLoad';
import { ReplicasField } from './ReplicasField';
import { useDeploymentNow } from './useDeploymentNow';

/** Asks how few and how many pods an autoscaler may run, shows what that means, and sets it. */
export function BoundsDialog(props: {
  /** As it stood when the dialog was opened; what is shown stays current. */
  autoscaler: Autoscaler;
  onClose(): void;
}) {
  const { onClose } = props;
  const autoscaler = useAutoscalerNow(props.autoscaler);
  const { cluster, namespace, name, allowed, gitOps } = autoscaler;
  const toasts = useApi(toastApiRef);
  // What nobody has touched follows the cluster; what was typed stays.
  const [typed, setTyped] = useState<Partial<Bounds>>({});
  const { minReplicas, maxReplicas } = { ...boundsOf(autoscaler), ...typed };
  const [expiry, setExpiry] = useState(forGood);
  const [reason, setReason] = useState('');
  const setting = useOperationMutation(setAutoscalerBounds, {
    quiet: true,
    onSuccess: ({ minReplicas: min, maxReplicas: max }) => {
      toasts.post({
        title: `${name} may run ${min} to ${max} pods in ${cluster}`,
        status: 'success',
        timeout: 4000,
      });
      onClose();
    },
  });
  const wanted = { minReplicas, maxReplicas };
  const problems = boundsProblems(wanted, allowed);
  const isRefused = Object.keys(problems).length > 0;
  const drawn = drawable(autoscaler, wanted);
  const isSame =
    minReplicas === autoscaler.minReplicas &&
    maxReplicas === autoscaler.maxReplicas;
  const fields = { allowed, error: setting.error };
  return (
    <FormDialog
      title={`Bounds of ${name} in ${cluster}`}
      submitLabel="Set bounds"
      error={setting.error}
      isPending={setting.isPending}
      isDisabled={isRefused || isSame}
      onSubmit={() =>
        setting.mutate({
          cluster,
          namespace,
          name,
          ...wanted,
          reason,
          expiresIn: expiresIn(expiry, new Date()),
        })
      }
      onClose={onClose}
    >
      <PresentLoad autoscaler={autoscaler} />
      <div className={styles.bounds}>
        <ReplicasField
          {...fields}
          field="minReplicas"
          label="Minimum"
          value={minReplicas}
          onChange={min => setTyped({ ...typed, minReplicas: min })}
          allowed={allowed.minReplicas}
          problem={problems.minReplicas}
        />
        <ReplicasField
          {...fields}
          field="maxReplicas"
          label="Maximum"
          value={maxReplicas}
          onChange={max => setTyped({ ...typed, maxReplicas: max })}
          allowed={allowed.maxReplicas}
          problem={problems.maxReplicas}
        />
      </div>
      <ReplicaRange range={{ ...autoscaler, ...drawn }} />
      {allowed.limits.length > 0 && (
        <details className={styles.limits}>
          <summary>Limits that hold here</summary>
          <ul>
            {allowed.limits.map(limit => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </details>
      )}
      <CapacityTable
        perPod={autoscaler.perPod}
        before={autoscaler}
        after={drawn}
      />
      {!isSame &&
        !isRefused &&
        boundsWarnings(autoscaler, wanted).map(warning => (
          <Alert key={warning} status="warning" icon title={warning} />
        ))}
      {gitOps && (
        <Alert status="warning" icon title={overwriteWarning(gitOps)} />
      )}
      <ExpiryField value={expiry} onChange={setExpiry} error={setting.error} />
      <ReasonField
        value={reason}
        onChange={setReason}
        error={setting.error}
        startsFocused={false}
        placeholder="Spring sale begins at nine"
      />
    </FormDialog>
  );
}

function useAutoscalerNow(before: Autoscaler): Autoscaler {
  const { cluster, namespace, name, deployment } = before;
  const now = useDeploymentNow({ cluster, namespace, name: deployment });
  return now?.autoscalers.find(one => one.name === name) ?? before;
}

function boundsOf({ minReplicas, maxReplicas }: Autoscaler): Bounds {
  return { minReplicas, maxReplicas };
}

/** What can be drawn of numbers that are still being written. */
function drawable(now: Bounds, wanted: Bounds): Bounds {
  const min = Number.isNaN(wanted.minReplicas)
    ? now.minReplicas
    : wanted.minReplicas;
  const max = Number.isNaN(wanted.maxReplicas)
    ? now.maxReplicas
    : wanted.maxReplicas;
  return { minReplicas: min, maxReplicas: Math.max(min, max) };
}
