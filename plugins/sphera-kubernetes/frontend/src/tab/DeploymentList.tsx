import { Text } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { Deployment, Drift } from '@sphera/plugin-kubernetes-common';
import { useFleet } from '@sphera/plugin-services-react';
import { driftOf } from '../parts/driftOf';
import styles from './DeploymentList.module.css';
import { DeploymentRow } from './DeploymentRow';
import { isSamePlace } from './place';

/** The deployments of a service, environment by environment; each leads to its details. */
export function DeploymentList(props: {
  /** In the order of the fleet. */
  deployments: readonly Deployment[];
  /** How many there are, shown or not. */
  totalItems: number;
  drift: readonly Drift[];
  selected?: Deployment;
}) {
  const { deployments, totalItems, drift, selected } = props;
  const { environments } = useFleet();
  const names = new Set(deployments.map(({ name }) => name));
  const byEnvironment = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    const { environment } = deployment;
    byEnvironment.set(environment, [
      ...(byEnvironment.get(environment) ?? []),
      deployment,
    ]);
  }
  return (
    <nav className={styles.list} aria-label="Deployments of this service">
      {[...byEnvironment].map(([environment, members]) => (
        <section key={environment}>
          <Text as="h3" variant="body-medium" weight="bold" color="secondary">
            {titleOf(environments, environment)}
          </Text>
          <ul className={styles.rows}>
            {members.map(one => (
              <DeploymentRow
                key={`${one.cluster}/${one.namespace}/${one.name}`}
                deployment={one}
                drift={driftOf(one, drift)}
                withName={names.size > 1}
                isSelected={Boolean(selected && isSamePlace(one, selected))}
              />
            ))}
          </ul>
        </section>
      ))}
      {totalItems > deployments.length && (
        <Text color="secondary">
          {totalItems - deployments.length} more are not shown.
        </Text>
      )}
    </nav>
  );
}
