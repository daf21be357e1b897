import { Link, Text } from '@backstage/ui';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { ClusterProgress } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';
import styles from './ClusterList.module.css';
import { Pods } from './Pods';

const STATES: Record<
  ClusterProgress['state'],
  { word: string; tone: MarkTone; Sign: typeof RiCheckLine }
> = {
  waiting: { word: 'waiting', tone: 'plain', Sign: RiTimeLine },
  rolling: { word: 'rolling', tone: 'plain', Sign: RiLoader4Line },
  ready: { word: 'ready', tone: 'fine', Sign: RiCheckLine },
  failed: { word: 'not ready', tone: 'wrong', Sign: RiErrorWarningLine },
};

/** Each cluster: how many of its pods run the version, and what it waits for. */
export function ClusterList(props: { clusters: readonly ClusterProgress[] }) {
  return (
    <ul className={styles.clusters} aria-label="Clusters">
      {props.clusters.map(one => (
        <ClusterItem key={one.cluster} of={one} />
      ))}
    </ul>
  );
}

function ClusterItem({ of }: { of: ClusterProgress }) {
  const { cluster, region, to, state, sentence } = of;
  const { regions } = useFleet();
  const { word, tone, Sign } = STATES[state];
  return (
    <li className={styles.cluster}>
      <div>
        <Text as="p" weight="bold">
          {cluster}
        </Text>
        <Text as="p" color="secondary">
          {titleOf(regions, region)} · to {to}
        </Text>
      </div>
      <Pods of={of} />
      <div className={styles.state}>
        <Mark tone={tone} icon={<Sign size={14} aria-hidden />} word={word} />
        <ArgoState of={of} />
        {sentence && <Text color="secondary">{sentence}</Text>}
      </div>
    </li>
  );
}

/** What Argo CD says of it, where it deploys there. */
function ArgoState({ of: { application } }: { of: ClusterProgress }) {
  if (!application) return null;
  const { name, sync, health, url } = application;
  const words = `Argo CD: ${sync}, ${health}`;
  return url ? (
    <Link href={url} target="_blank" title={name}>
      {words}
    </Link>
  ) : (
    <span title={name}>{words}</span>
  );
}
