import { Link, Text } from '@backstage/ui';
import { Diff } from '@sphera/plugin-operations-react';
import type { FileChange } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { regionsInWords } from '../parts/placeWords';
import styles from './plan.module.css';

/** What becomes of each file of the GitOps repository. */
export function FileChanges(props: { files: readonly FileChange[] }) {
  return (
    <ul className={styles.files}>
      {props.files.map(file => (
        <li key={`${file.repository}:${file.path}`} className={styles.file}>
          <FileHead file={file} />
          {file.diff ? (
            <Diff path={file.path} diff={file.diff} />
          ) : (
            <Text color="secondary">It says {file.to} already.</Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function FileHead(props: { file: FileChange }) {
  const { repository, path, url, regions, from, to } = props.file;
  const fleet = useFleet();
  return (
    <div className={styles.fileHead}>
      <span className={styles.path}>
        {url ? (
          <Link href={url} target="_blank">
            {path}
          </Link>
        ) : (
          path
        )}
      </span>
      <Text color="secondary">
        {repository} · {regionsInWords(fleet, regions)}
        {from !== to && ` · ${from} → ${to}`}
      </Text>
    </div>
  );
}
