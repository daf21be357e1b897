import type { DeploymentDetails } from '@sphera/plugin-kubernetes-common';
import { Check } from './Check';
import styles from './dialogs.module.css';

/** What was looked at before a restart, and what stands in its way. */
export function RestartChecks(props: {
  deployment: DeploymentDetails;
  /** Why a lock holds it back, in words; absent: none does. */
  locked?: string;
}) {
  const { deployment, locked } = props;
  const { replicas, rollout, disruptionBudgets, restartable } = deployment;
  const { ready, desired } = replicas;
  return (
    <ul className={styles.checks} aria-label="Checks">
      <Check isFine={ready > 0}>
        {ready} of {desired} pods {ready === 1 ? 'is' : 'are'} ready
      </Check>
      <Check isFine={rollout.state === 'done'}>
        {rollout.state === 'done'
          ? 'No rollout is in progress'
          : 'A rollout has not come to its end'}
      </Check>
      {disruptionBudgets.map(({ name, disruptionsAllowed }) => (
        <Check key={name} isFine={disruptionsAllowed > 0}>
          Disruption budget {name} lets {disruptionsAllowed} go at a time
        </Check>
      ))}
      <Check isFine={!locked}>{locked ?? 'No lock holds restarts back'}</Check>
      {!restartable.allowed && restartable.reason && (
        <Check isFine={false}>{restartable.reason}</Check>
      )}
    </ul>
  );
}
