import { ButtonIcon, Text, TextField } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { countOf } from '@sphera/plugin-operations-react';
import { ClustersField } from '../../form/clusters/ClustersField';
import type { OfferedCluster } from '../../form/clusters/OfferedCluster';
import { type Problems, shownAt } from '../../form/draft/Problems';
import type { RingDraft } from './RingDraft';
import styles from './rings.module.css';

const MOST_NAMED = 4;

/** One ring: its name, its clusters, and its place among the others. */
export function RingCard(props: {
  /** From 1. */
  number: number;
  ring: RingDraft;
  offered: readonly OfferedCluster[];
  problems: Problems;
  onName(name: string): void;
  onClusters(clusters: string[]): void;
  onRemove(): void;
  /** Absent: it is the first. */
  onUp?(): void;
  /** Absent: it is the last. */
  onDown?(): void;
}) {
  const { number, ring, offered, problems, onName, onClusters } = props;
  const { key, name, clusters } = ring;
  const problem = problems[`${key}.clusters`];
  return (
    <li className={styles.ring} aria-label={`Ring ${number}`}>
      <div className={styles.head}>
        <TextField
          label={`Ring ${number}`}
          size="medium"
          autoComplete="off"
          spellCheck="false"
          value={name}
          onChange={onName}
          {...shownAt(problems, `${key}.name`)}
        />
        <RingButtons {...props} />
      </div>
      <details className={styles.clusters} open={clusters.length === 0}>
        <summary>
          {clusters.length === 0
            ? 'No cluster yet'
            : `${countOf(clusters.length, 'cluster', 'clusters')}: ${short(
                clusters,
              )}`}
        </summary>
        <ClustersField
          label={`Clusters of ring ${number}`}
          offered={offered}
          value={clusters}
          onChange={onClusters}
          error={null}
        />
      </details>
      {problem && (
        <Text as="p" color="danger" variant="body-small">
          {problem}
        </Text>
      )}
    </li>
  );
}

function RingButtons(props: {
  number: number;
  onRemove(): void;
  onUp?(): void;
  onDown?(): void;
}) {
  const { number, onRemove, onUp, onDown } = props;
  const button = { size: 'medium' as const, variant: 'tertiary' as const };
  return (
    <div className={styles.buttons}>
      <ButtonIcon
        {...button}
        aria-label={`Move ring ${number} up`}
        icon={<RiArrowUpLine />}
        isDisabled={!onUp}
        onPress={onUp}
      />
      <ButtonIcon
        {...button}
        aria-label={`Move ring ${number} down`}
        icon={<RiArrowDownLine />}
        isDisabled={!onDown}
        onPress={onDown}
      />
      <ButtonIcon
        {...button}
        aria-label={`Remove ring ${number}`}
        icon={<RiDeleteBinLine />}
        onPress={onRemove}
      />
    </div>
  );
}

function short(clusters: string[]): string {
  const rest = clusters.length - MOST_NAMED;
  const first = clusters.slice(0, MOST_NAMED).join(', ');
  return rest > 0 ? `${first} …` : first;
}
