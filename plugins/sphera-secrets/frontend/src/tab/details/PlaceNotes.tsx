import { Alert } from '@backstage/ui';
import {
  asSentence,
  OperationButton,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import {
  adoptSecret,
  SecretCell,
  SecretsPlace,
} from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../../dialogs/useSecretsDialogs';
import styles from './SecretDetails.module.css';

/** What one should know of a secret in a place before anything else. */
export function PlaceNotes(props: {
  service: string;
  name: string;
  cell: SecretCell;
  /** How well the place is seen. */
  seen: SecretsPlace;
}) {
  const { service, name, cell, seen } = props;
  return (
    <>
      {seen.state === 'lost' && (
        <Alert
          status="warning"
          icon
          title="This place is not seen now"
          description={
            <>
              {seen.sweptAt && (
                <>
                  What is shown is as it was <TimeAgo time={seen.sweptAt} />.{' '}
                </>
              )}
              {seen.problem && asSentence(seen.problem)}
            </>
          }
        />
      )}
      {cell.isOverdue && cell.rotateBy && (
        <Alert
          status="warning"
          icon
          title={
            <>
              Its value should have been replaced{' '}
              <TimeAgo time={cell.rotateBy} />
            </>
          }
        />
      )}
      {cell.problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Not to the standard"
          description={
            <ul className={styles.problems}>
              {cell.problems.map(problem => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          }
          customActions={
            cell.fullName && (
              <Adopt
                service={service}
                name={name}
                fullName={cell.fullName}
                cell={cell}
              />
            )
          }
        />
      )}
    </>
  );
}

function Adopt(props: {
  service: string;
  name: string;
  fullName: string;
  cell: SecretCell;
}) {
  const { service, name, fullName } = props;
  const { environment, region } = props.cell;
  const dialogs = useSecretsDialogs();
  return (
    <OperationButton
      operation={adoptSecret}
      target={{ service, environment, region }}
      size="small"
      variant="secondary"
      onPress={() =>
        dialogs.adopt({
          service,
          fullName,
          place: { environment, region },
          // The full name is no name by the standard: the dialog finds a better one.
          name: name === fullName ? undefined : name,
        })
      }
    >
      Adopt
    </OperationButton>
  );
}
