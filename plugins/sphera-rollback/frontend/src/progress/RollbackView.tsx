import { countOf, Section } from '@sphera/plugin-operations-react';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { FileChanges } from '../plan/FileChanges';
import { ClusterList } from './ClusterList';
import { Outcome } from './Outcome';
import styles from './progress.module.css';
import { ProgressHead } from './ProgressHead';
import { StepTrack } from './StepTrack';
import { Traces } from './Traces';

/** How a rollback stands: what is done and what is not, each cluster, and all that it has left behind. */
export function RollbackView(props: { rollback: Rollback }) {
  const { rollback } = props;
  const { clusters, files, commits } = rollback;
  const isChanged = commits.some(({ isPushed }) => isPushed);
  const ready = clusters.filter(({ state }) => state === 'ready').length;
  return (
    <div className={styles.page}>
      <ProgressHead rollback={rollback} />
      <Outcome rollback={rollback} />
      <StepTrack rollback={rollback} />
      {clusters.length > 0 && (
        <Section title="Clusters" note={`${ready} of ${clusters.length} ready`}>
          <ClusterList clusters={clusters} />
        </Section>
      )}
      <Section title="What it left behind">
        <Traces rollback={rollback} />
      </Section>
      {files.length > 0 && (
        <Section
          title={isChanged ? 'What changed' : 'What changes'}
          note={countOf(files.length, 'file', 'files')}
        >
          <FileChanges files={files} />
        </Section>
      )}
    </div>
  );
}
