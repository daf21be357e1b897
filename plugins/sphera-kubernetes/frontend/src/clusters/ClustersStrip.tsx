import { Alert } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { ClusterView } from '@sphera/plugin-kubernetes-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import styles from './ClustersStrip.module.css';

/** The clusters that the portal does not see as they are now: which, since when, and why. */
export function ClustersStrip(props: { clusters: ClusterView[] }) {
  const unseen = props.clusters.filter(({ state }) => state !== 'live');
  const lost = unseen.filter(
    ({ state, problem }) => state === 'lost' || problem,
  );
  const connecting = unseen.filter(one => !lost.includes(one));
  return (
    <>
      {lost.length > 0 && (
        <Alert
          status="warning"
          icon
          title={
            lost.length === 1
              ? `${lost[0].cluster} does not answer`
              : `${lost.length} clusters do not answer`
          }
          description={
            <ul className={styles.clusters}>
              {lost.map(cluster => (
                <li key={cluster.cluster}>
                  <Unseen cluster={cluster} named={lost.length > 1} />
                </li>
              ))}
            </ul>
          }
        />
      )}
      {connecting.length > 0 && (
        <Alert
          status="info"
          isPending
          icon
          title={`Connecting to ${connecting
            .map(({ cluster }) => cluster)
            .join(', ')}`}
        />
      )}
    </>
  );
}

function Unseen(props: { cluster: ClusterView; named: boolean }) {
  const { cluster, environment, region, observedAt, problem } = props.cluster;
  const { environments, regions } = useFleet();
  return (
    <>
      {props.named && <strong>{cluster}: </strong>}
      {titleOf(environments, environment)} in {titleOf(regions, region)}{' '}
      {observedAt ? (
        <>
          is shown as it was <TimeAgo time={observedAt} />.
        </>
      ) : (
        'was not seen yet.'
      )}
      {problem && ` ${problem}.`}
    </>
  );
}
