import { Button, Text } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiErrorWarningFill,
  RiLoader4Line,
} from '@remixicon/react';
import type { Pod } from '@sphera/plugin-kubernetes-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import type { LogAddress } from '../logs/useLogAddress';
import { PodContainers } from './PodContainers';
import styles from './Pods.module.css';
import { POD_WORDS, sentenceOf, toneOf } from './podWords';

const SIGNS = {
  fine: RiCheckboxCircleFill,
  moving: RiLoader4Line,
  unclear: RiErrorWarningFill,
  wrong: RiCloseCircleFill,
};

/** One pod: what it is doing, what is wrong with it, and the way to its logs. */
export function PodItem(props: {
  pod: Pod;
  /** That the deployment wants. */
  version: string;
  onLogs(address: LogAddress): void;
}) {
  const { pod, version, onLogs } = props;
  const { name, state, restarts, node, createdAt, containers } = pod;
  const sentence = sentenceOf(pod);
  const Sign = SIGNS[toneOf(state)];
  const fallen = containers.find(({ lastExit }) => lastExit);
  return (
    <li className={styles.pod} data-tone={toneOf(state)}>
      <Sign size={18} aria-hidden className={styles.sign} />
      <div className={styles.words}>
        <span className={styles.title}>
          <Text weight="bold">{POD_WORDS[state]}</Text>
          <span className={styles.name}>{name}</span>
        </span>
        {sentence && <Text>{sentence}</Text>}
        <span className={styles.facts}>
          <span>
            created <TimeAgo time={createdAt} />
          </span>
          {restarts > 0 && (
            <span className={styles.restarts}>
              {restarts === 1 ? '1 restart' : `${restarts} restarts`}
            </span>
          )}
          {pod.version !== version && <span>runs {pod.version}</span>}
          <span>{node ? `on ${node}` : 'on no node yet'}</span>
        </span>
        <PodContainers containers={containers} />
      </div>
      <div className={styles.deeds}>
        <Button
          size="small"
          variant="secondary"
          aria-label={`Logs of ${name}`}
          onPress={() => onLogs({ pod: name, previous: false })}
        >
          Logs
        </Button>
        {fallen && (
          <Button
            size="small"
            variant="secondary"
            aria-label={`Logs of the previous run of ${name}`}
            onPress={() =>
              onLogs({ pod: name, container: fallen.name, previous: true })
            }
          >
            Previous run
          </Button>
        )}
      </div>
    </li>
  );
}
