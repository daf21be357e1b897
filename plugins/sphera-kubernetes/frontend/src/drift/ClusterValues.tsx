import type { Drift } from '@sphera/plugin-kubernetes-common';
import { useFleet, useServiceLinks } from '@sphera/plugin-services-react';
import { openedAt } from '../parts/links';
import { oddClusters } from '../parts/oddClusters';
import { VersionBadge } from '../parts/VersionBadge';
import { Link } from '@backstage/ui';
import styles from './ClusterValues.module.css';

/** What each cluster has, with those that stand out marked; each is the way to the deployment there. */
export function ClusterValues(props: { drift: Drift }) {
  const { service, environment, namespace, name, kind, clusters } = props.drift;
  const { toTab } = useServiceLinks();
  const fleet = useFleet();
  // An environment that others lag behind may have another namespace, which nobody says here.
  const isElsewhere = (cluster: string) =>
    fleet.clusters.some(
      one => one.name === cluster && one.environment !== environment,
    );
  // Who lags behind differs from one that is as it should be.
  const odd = kind === 'behind' ? [] : oddClusters(clusters);
  return (
    <ul className={styles.values} aria-label="What each cluster has">
      {clusters.map(({ cluster, value }) => (
        <li key={cluster}>
          {isElsewhere(cluster) ? (
            <span className={styles.cluster}>{cluster}</span>
          ) : (
            <Link
              href={openedAt(toTab(service, 'deployments'), {
                cluster,
                namespace,
                name,
              })}
              standalone
              color="secondary"
              className={styles.cluster}
            >
              {cluster}
            </Link>
          )}
          <VersionBadge
            version={value}
            differs={clusters.length > 1 && odd.includes(cluster)}
          />
        </li>
      ))}
    </ul>
  );
}
