import { RiAlertLine } from '@remixicon/react';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { Deployment, Drift } from '@sphera/plugin-kubernetes-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { Link } from 'react-router-dom';
import { useFleet } from '@sphera/plugin-services-react';
import { HealthMark } from '../parts/HealthMark';
import { ReadyCount } from '../parts/ReadyCount';
import { RolloutState } from '../parts/RolloutState';
import { StaleMark } from '../parts/StaleMark';
import { VersionBadge } from '../parts/VersionBadge';
import { DRIFT_WORDS } from '../words/drift';
import styles from './DeploymentList.module.css';
import { searchOf } from './place';

/** One deployment at a glance. */
export function DeploymentRow(props: {
  deployment: Deployment;
  drift: readonly Drift[];
  /** Whether the cluster alone does not say which one it is. */
  withName: boolean;
  isSelected: boolean;
}) {
  const { deployment, drift, withName, isSelected } = props;
  const { regions } = useFleet();
  const { replicas, deployedAt, stale, observedAt, trouble } = deployment;
  const differs = drift.some(({ kind }) => kind === 'version');
  return (
    <li>
      <Link
        to={{ search: searchOf(deployment) }}
        className={styles.row}
        aria-current={isSelected || undefined}
        data-stale={stale || undefined}
      >
        <span className={styles.first}>
          <HealthMark of={deployment} />
          <span className={styles.where}>
            <span className={styles.cluster}>{deployment.cluster}</span>
            {withName && <span className={styles.name}>{deployment.name}</span>}
          </span>
          <VersionBadge version={deployment.version} differs={differs} />
        </span>
        <span className={styles.facts}>
          <ReadyCount replicas={replicas} />
          <span>{titleOf(regions, deployment.region)}</span>
          {deployedAt && (
            <span>
              deployed <TimeAgo time={deployedAt} />
            </span>
          )}
          {stale && <StaleMark observedAt={observedAt} />}
        </span>
        <RolloutState of={deployment} />
        {trouble && <span className={styles.trouble}>{trouble}</span>}
        {drift.length > 0 && (
          <span className={styles.drift}>
            <RiAlertLine size={14} aria-hidden />
            {[...new Set(drift.map(({ kind }) => DRIFT_WORDS[kind]))].join(
              ', ',
            )}
          </span>
        )}
      </Link>
    </li>
  );
}
