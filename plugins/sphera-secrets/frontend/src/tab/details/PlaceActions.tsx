import { Text } from '@backstage/ui';
import { OperationButton, useMay } from '@sphera/plugin-operations-react';
import {
  revealSecret,
  SecretCell,
  SecretRow,
} from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../../dialogs/useSecretsDialogs';
import { PlaceDeed, placeDeeds } from './placeDeeds';
import styles from './SecretDetails.module.css';

/** What can be done with a secret in one place; what a person may not do rests and says so. */
export function PlaceActions(props: {
  service: string;
  row: SecretRow;
  cell: SecretCell;
}) {
  const { service, cell } = props;
  const { environment, region } = cell;
  const target = { service, environment, region };
  const mayReveal = useMay(revealSecret, target);
  const deeds = placeDeeds(props, useSecretsDialogs());
  if (deeds.length === 0) return null;
  return (
    <div className={styles.actions}>
      {deeds.map(deed => (
        <OperationButton
          key={deed.label}
          operation={deed.operation}
          target={target}
          size="small"
          variant={deed.isMain ? 'primary' : 'secondary'}
          destructive={deed.isDestructive}
          iconStart={deed.icon}
          onPress={deed.open}
        >
          {deed.label}
        </OperationButton>
      ))}
      {!mayReveal && deeds.some(isReveal) && (
        <Text color="secondary" className={styles.reason}>
          Seeing its value here is not open to you.
        </Text>
      )}
    </div>
  );
}

function isReveal({ operation }: PlaceDeed): boolean {
  return operation.name === revealSecret.name;
}
