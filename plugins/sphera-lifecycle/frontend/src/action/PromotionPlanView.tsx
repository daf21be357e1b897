import { Alert, Text } from '@backstage/ui';
import {
  asSentence,
  countOf,
  Diff,
  Section,
} from '@sphera/plugin-operations-react';
import type {
  PromotedFile,
  PromotionPlan,
} from '@sphera/plugin-rollback-common';
import styles from './action.module.css';
import { EvidenceLink } from '../stages/EvidenceLink';

const inOne = (sentences: readonly string[]) =>
  sentences.map(asSentence).join(' ');

const changeOf = (from: string | undefined, to: string) =>
  from ? `${from} → ${to}` : `new, with ${to}`;

/** What a promotion would do: obstacles first, then each file, then who follows. */
export function PromotionPlanView({ plan }: { plan: PromotionPlan }) {
  const { obstacles, warnings, files, clusters, way, locks } = plan;
  const followers = countOf(clusters.length, 'cluster', 'clusters');
  return (
    <div className={styles.plan}>
      {obstacles.length > 0 && (
        <Alert
          status="danger"
          icon
          title="It cannot be promoted like this"
          description={inOne(obstacles)}
        />
      )}
      {warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Think of this first"
          description={inOne(warnings)}
        />
      )}
      {locks.map(({ id, reason }) => (
        <Alert
          key={id}
          status="warning"
          icon
          title="A lock holds deploys there"
          description={asSentence(reason)}
        />
      ))}
      <Section
        title="What changes"
        note={countOf(files.filter(({ diff }) => diff).length, 'file', 'files')}
      >
        {files.map(file => (
          <FileOfPlan key={`${file.repository}:${file.path}`} file={file} />
        ))}
      </Section>
      <Text as="p" color="secondary">
        {way === 'push'
          ? `${followers} will follow, as soon as the commit is pushed.`
          : `${followers} will follow, once a pull request is merged.`}
      </Text>
    </div>
  );
}

function FileOfPlan({ file }: { file: PromotedFile }) {
  const { repository, path, url, from, to, source, diff } = file;
  return (
    <div className={styles.file}>
      <Text as="p">
        {url ? <EvidenceLink link={{ title: path, url }} /> : path}
        {` in ${repository}: `}
        {diff ? changeOf(from, to) : `has ${to} already`}
        {source && `, from ${source} of the service’s own repository`}
      </Text>
      {diff && <Diff path={path} diff={diff} />}
    </div>
  );
}
