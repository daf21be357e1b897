import { Alert, Box, Text } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type {
  Deployment,
  DeploymentDetails,
} from '@sphera/plugin-kubernetes-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { useRef } from 'react';
import { LinksMenu, useFleet } from '@sphera/plugin-services-react';
import { gitOpsOwner } from '../dialogs/gitOpsWords';
import { HealthMark } from '../parts/HealthMark';
import { RolloutState } from '../parts/RolloutState';
import { StaleMark } from '../parts/StaleMark';
import { VersionBadge } from '../parts/VersionBadge';
import styles from './DeploymentHead.module.css';
import { RestartButton } from './RestartButton';
import { RestartProgress } from './RestartProgress';
import { RollbackLink } from './RollbackLink';
import { useShownWhenChosen } from './useShownWhenChosen';

/** What runs, how it is, and the deed. */
export function DeploymentHead(props: {
  deployment: Deployment;
  /** Absent until they are known. */
  details?: DeploymentDetails;
}) {
  const { deployment, details } = props;
  const { environments, regions } = useFleet();
  const head = useRef<HTMLDivElement>(null);
  useShownWhenChosen(head);
  const { replicas, deployedAt, trouble, stale, observedAt } = deployment;
  return (
    <Box ref={head} as="section" bg="neutral" className={styles.head}>
      <div className={styles.title}>
        <div className={styles.words}>
          <Text as="h2" variant="title-small" weight="bold">
            {deployment.name} in {deployment.cluster}
          </Text>
          <Text color="secondary">
            {titleOf(environments, deployment.environment)} ·{' '}
            {titleOf(regions, deployment.region)} · namespace{' '}
            {deployment.namespace}
          </Text>
        </div>
        <div className={styles.deeds}>
          <LinksMenu
            service={deployment.service}
            title={`${deployment.name} in ${deployment.cluster}`}
            environment={deployment.environment}
          />
          <RollbackLink deployment={deployment} />
          {details && <RestartButton deployment={details} />}
        </div>
      </div>
      <div className={styles.facts}>
        <VersionBadge version={deployment.version} />
        <HealthMark of={deployment} withWord />
        <Text>
          {replicas.ready} of {replicas.desired} ready
        </Text>
        {deployedAt && (
          <Text color="secondary">
            deployed <TimeAgo time={deployedAt} />
          </Text>
        )}
        {deployment.gitOps && (
          <Text color="secondary">by {gitOpsOwner(deployment.gitOps)}</Text>
        )}
        {stale && <StaleMark observedAt={observedAt} />}
      </div>
      <ul className={styles.images} aria-label="Images">
        {deployment.images.map(({ container, image }) => (
          <li key={container}>{image}</li>
        ))}
      </ul>
      <RolloutState of={deployment} withSentence={!isSaidBelow(deployment)} />
      {trouble && <Alert status="danger" icon title={trouble} />}
      {details?.restart && <RestartProgress restart={details.restart} />}
    </Box>
  );
}

// A rollout that is stuck gives its trouble as the reason.
function isSaidBelow({ rollout, trouble }: Deployment): boolean {
  const { sentence = '' } = rollout;
  return Boolean(
    trouble && sentence.toLowerCase().includes(trouble.toLowerCase()),
  );
}
