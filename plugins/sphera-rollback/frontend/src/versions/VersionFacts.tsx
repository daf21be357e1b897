import { Text } from '@backstage/ui';
import { Actor, TimeAgo } from '@sphera/plugin-operations-react';
import type { Version } from '@sphera/plugin-rollback-common';
import { durationInWords } from '../parts/durationWords';
import { CommitLinks } from './CommitLinks';
import styles from './versions.module.css';

/** When and by whom a version was deployed, how long it ran, and its commit, in a line. */
export function VersionFacts(props: {
  version: Version;
  /** Of the words, for what they describe. */
  id?: string;
}) {
  const { version, id } = props;
  return (
    <div className={styles.spread}>
      <Text id={id} color="secondary" variant="body-small">
        <TimeAgo time={version.deployedAt} /> by{' '}
        <Actor actor={version.deployedBy} />, ran for{' '}
        {durationInWords(version.ranFor)}
      </Text>
      <CommitLinks of={version} />
    </div>
  );
}
