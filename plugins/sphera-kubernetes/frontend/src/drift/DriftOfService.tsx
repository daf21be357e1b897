import { Box } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { Drift } from '@sphera/plugin-kubernetes-common';
import { EntityLink, TimeAgo } from '@sphera/plugin-operations-react';
import { useId } from 'react';
import { useFleet } from '@sphera/plugin-services-react';
import { DRIFT_WORDS } from '../words/drift';
import { ClusterValues } from './ClusterValues';
import styles from './DriftOfService.module.css';

/** All that drifts about one service. */
export function DriftOfService(props: { service: string; drift: Drift[] }) {
  const { service, drift } = props;
  const titleId = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.service}
      aria-labelledby={titleId}
    >
      <h2 id={titleId} className={styles.title}>
        <EntityLink entityRef={service} />
      </h2>
      <ul className={styles.list}>
        {drift.map(one => (
          <li key={keyOf(one)} className={styles.drift}>
            <OneDrift drift={one} />
          </li>
        ))}
      </ul>
    </Box>
  );
}

function OneDrift(props: { drift: Drift }) {
  const { kind, environment, sentence, since } = props.drift;
  const { environments } = useFleet();
  return (
    <>
      <span className={styles.kind}>{DRIFT_WORDS[kind]}</span>
      <div className={styles.words}>
        <span>{sentence}</span>
        <span className={styles.where}>
          {titleOf(environments, environment)}
          {since && (
            <>
              {' · began '}
              <TimeAgo time={since} />
            </>
          )}
        </span>
        <ClusterValues drift={props.drift} />
      </div>
    </>
  );
}

function keyOf({ kind, environment, region, cluster, namespace, name }: Drift) {
  return [kind, environment, region, cluster, namespace, name].join('/');
}
