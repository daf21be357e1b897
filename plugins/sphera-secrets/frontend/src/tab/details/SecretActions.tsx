import { Text } from '@backstage/ui';
import { OperationButton, useMay } from '@sphera/plugin-operations-react';
import {
  copySecret,
  deleteSecret,
  restoreSecret,
  restoreVersion,
  SecretRow,
  updateSecret,
} from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../../dialogs/useSecretsDialogs';
import styles from './SecretDetails.module.css';

/** What can be done with a secret in several places at once. */
export function SecretActions(props: { service: string; row: SecretRow }) {
  const { service, row } = props;
  const dialogs = useSecretsDialogs();
  const target = { service };
  const about = { service, row };
  const mayChange = useMay(updateSecret, target);
  const states = new Set(row.cells.map(({ state }) => state));
  const isHeld = row.cells.some(
    ({ versionId, state }) => versionId && state !== 'pending-deletion',
  );
  return (
    <div className={styles.actions}>
      {isHeld && (
        <>
          <OperationButton
            operation={updateSecret}
            target={target}
            size="small"
            variant="secondary"
            onPress={() => dialogs.update(about)}
          >
            Change
          </OperationButton>
          <OperationButton
            operation={copySecret}
            target={target}
            size="small"
            variant="secondary"
            onPress={() => dialogs.copy({ service, names: [row.name] })}
          >
            Copy
          </OperationButton>
          <OperationButton
            operation={restoreVersion}
            target={target}
            size="small"
            variant="secondary"
            onPress={() => dialogs.goBack(about)}
          >
            Go back
          </OperationButton>
        </>
      )}
      {states.has('pending-deletion') && (
        <OperationButton
          operation={restoreSecret}
          target={target}
          size="small"
          variant="secondary"
          onPress={() => dialogs.restore(about)}
        >
          Restore
        </OperationButton>
      )}
      {isHeld && (
        <OperationButton
          operation={deleteSecret}
          target={target}
          size="small"
          variant="secondary"
          destructive
          onPress={() => dialogs.delete(about)}
        >
          Delete
        </OperationButton>
      )}
      {isHeld && !mayChange && (
        <Text color="secondary" className={styles.reason}>
          Changing the secrets of this service is not open to you.
        </Text>
      )}
    </div>
  );
}
