import { Text } from '@backstage/ui';
import { RiRestartLine } from '@remixicon/react';
import {
  DeploymentDetails,
  restartDeployment,
} from '@sphera/plugin-kubernetes-common';
import { OperationButton, useMay } from '@sphera/plugin-operations-react';
import { lockedInWords } from '../dialogs/lockedInWords';
import { useDeploymentDialogs } from '../dialogs/useDeploymentDialogs';
import { useLockInTheWay } from '../dialogs/useLockInTheWay';
import styles from './DeploymentHead.module.css';

/** Restarts a deployment; rests, and says why, while that cannot be. */
export function RestartButton(props: { deployment: DeploymentDetails }) {
  const { deployment } = props;
  const { service, environment, region, cluster, restartable } = deployment;
  const dialogs = useDeploymentDialogs();
  const lock = useLockInTheWay('restart', deployment);
  const target = { service, environment, region, cluster };
  const mayRestart = useMay(restartDeployment, target);
  const obstacle = mayRestart
    ? (lock && lockedInWords('restart', lock)) ?? unsafe(deployment)
    : 'Restarting it is not open to you.';
  // While a restart rolls, its progress stands below and says it better.
  const isKnown = deployment.restart?.state === 'rolling';
  return (
    <>
      <OperationButton
        operation={restartDeployment}
        target={target}
        variant="secondary"
        size="medium"
        iconStart={<RiRestartLine />}
        isDisabled={Boolean(lock) || !restartable.allowed}
        onPress={() => dialogs.restart(deployment)}
      >
        Restart
      </OperationButton>
      {obstacle && !isKnown && (
        <Text color="secondary" className={styles.obstacle}>
          {obstacle}
        </Text>
      )}
    </>
  );
}

/** Why it would be unsafe, without what is said of the rollout beside it. */
function unsafe({ restartable, rollout }: DeploymentDetails) {
  const { allowed, reason } = restartable;
  const said = rollout.sentence?.replace(/\.$/, '');
  if (allowed || !said || !reason?.startsWith(said)) {
    return allowed ? undefined : reason;
  }
  return reason.slice(said.length).replace(/^[.\s]+/, '');
}
