import { RiHistoryLine } from '@remixicon/react';
import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import { HealthMark } from '../parts/HealthMark';
import { ReadyCount } from '../parts/ReadyCount';
import { RolloutState } from '../parts/RolloutState';
import { StaleMark } from '../parts/StaleMark';
import { VersionBadge } from '../parts/VersionBadge';
import styles from './DeploymentCell.module.css';
import { deploymentInWords } from './deploymentInWords';
import { DriftKinds } from './DriftKinds';
import type { RowDrift } from './RowDrift';

/** One deployment in its cell of the matrix: the way to everything about it. */
export function DeploymentCell(props: {
  /** Title of its service. */
  title: string;
  deployment: ServiceDeployments['deployments'][number];
  /** What of the service's drift concerns it. */
  drift: RowDrift[];
  href: string;
  /** Where its service is rolled back in this place; absent: nowhere. */
  rollbackHref?: string;
  /** Whether the service has others in this cluster, so that its name tells it apart. */
  isOneOfMany: boolean;
  /** Whether there is more room beside than below. */
  isWide?: boolean;
}) {
  const { title, deployment, drift, href, rollbackHref } = props;
  const { isOneOfMany, isWide } = props;
  const { name, cluster, version, replicas, stale, trouble } = deployment;
  const kinds = new Set(drift.map(({ kind }) => kind));
  const classes = [
    styles.cell,
    ...(stale ? [styles.stale] : []),
    ...(isWide ? [styles.wide] : []),
  ];
  return (
    <div className={styles.frame}>
      <a
        href={href}
        className={classes.join(' ')}
        aria-label={deploymentInWords(title, deployment, drift)}
        title={trouble}
      >
        {isOneOfMany && <span className={styles.name}>{name}</span>}
        <span className={styles.line}>
          <HealthMark of={deployment} />
          <VersionBadge version={version} differs={kinds.has('version')} />
          <DriftKinds kinds={[...kinds].filter(kind => kind !== 'version')} />
        </span>
        <span className={styles.line}>
          <ReadyCount replicas={replicas} />
          <RolloutState of={deployment} brief />
          {stale && (
            <span className={styles.since}>
              <StaleMark observedAt={deployment.observedAt} />
            </span>
          )}
        </span>
      </a>
      {rollbackHref && (
        <a
          href={rollbackHref}
          className={styles.rollback}
          data-beside
          aria-label={`Roll back ${title} in ${cluster}…`}
          title="Roll back…"
        >
          <RiHistoryLine size={16} aria-hidden />
        </a>
      )}
    </div>
  );
}
