import { titleOf } from '@sphera/plugin-fleet-common';
import type { VersionsFacts } from '@sphera/plugin-kubernetes-common';
import { type ServiceCellProps, useFleet } from '@sphera/plugin-services-react';
import { HealthMark } from '../parts/HealthMark';
import { VersionBadge } from '../parts/VersionBadge';
import styles from './VersionsCell.module.css';

/** What runs in each environment, in the row of a service in the table of all services. */
export function VersionsCell(props: ServiceCellProps) {
  const { environments } = useFleet();
  const facts = (props.row.facts.versions ?? []) as VersionsFacts;
  if (facts.length === 0) return null;
  return (
    <ul className={styles.environments} aria-label="Versions">
      {facts.map(({ environment, versions, health, stuck }) => (
        <li key={environment}>
          <HealthMark
            of={{ health, rollout: stuck && { state: 'stuck' } }}
            size={14}
          />
          <span className={styles.environment}>
            {titleOf(environments, environment)}
          </span>
          <span className={styles.versions}>
            {versions.map(version => (
              <VersionBadge
                key={version}
                version={version}
                differs={versions.length > 1}
              />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
