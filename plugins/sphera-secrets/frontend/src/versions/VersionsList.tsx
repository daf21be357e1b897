import { Button, Skeleton, Text } from '@backstage/ui';
import {
  Actor,
  FailedState,
  TimeAgo,
  useMay,
  useOperation,
} from '@sphera/plugin-operations-react';
import {
  listVersions,
  restoreVersion,
  SecretCell,
  SecretRow,
  Version,
} from '@sphera/plugin-secrets-common';
import { useId } from 'react';
import { useSecretsDialogs } from '../dialogs/useSecretsDialogs';
import styles from './VersionsList.module.css';

/** The versions of a secret in a place, the newest first, with the way back to each. */
export function VersionsList(props: {
  service: string;
  row: SecretRow;
  cell: SecretCell;
}) {
  const { service, row, cell } = props;
  const { environment, region } = cell;
  const id = useId();
  const versions = useOperation(listVersions, {
    service,
    name: row.name,
    environment,
    region,
  });
  const dialogs = useSecretsDialogs();
  const mayGoBack = useMay(restoreVersion, { service, environment, region });
  const canGoBack = mayGoBack && cell.state !== 'pending-deletion';
  return (
    <section aria-labelledby={id}>
      <h4 id={id} className={styles.title}>
        Versions
      </h4>
      {versions.error && (
        <FailedState
          what="Versions"
          error={versions.error}
          onRetry={() => versions.refetch()}
        />
      )}
      {versions.isPending && <Skeleton height={40} width="100%" />}
      <ol className={styles.versions}>
        {versions.data?.items.map(version => (
          <li key={version.versionId} className={styles.version}>
            <VersionWords version={version} />
            {!version.isCurrent && canGoBack && (
              <Button
                size="small"
                variant="tertiary"
                onPress={() =>
                  dialogs.goBack({
                    service,
                    row,
                    place: { environment, region },
                    versionId: version.versionId,
                  })
                }
              >
                Go back to this
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function VersionWords(props: { version: Version }) {
  const { isCurrent, isPrevious, createdAt, by, versionId } = props.version;
  return (
    <div className={styles.words}>
      <Text as="p">
        <strong>{standing(isCurrent, isPrevious)}</strong>{' '}
        {createdAt && (
          <>
            set <TimeAgo time={createdAt} />
          </>
        )}
        {by ? (
          <>
            {' '}
            by <Actor actor={by} />
          </>
        ) : (
          ', not through this portal'
        )}
      </Text>
      <span className={styles.id} title={versionId}>
        {versionId}
      </span>
    </div>
  );
}

function standing(isCurrent: boolean, isPrevious: boolean): string {
  if (isCurrent) return 'Current';
  return isPrevious ? 'Previous' : 'Earlier';
}
