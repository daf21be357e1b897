import { Text } from '@backstage/ui';
import { type Creation, undoCreation } from '@sphera/plugin-creation-common';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import styles from './creation.module.css';
import { takenBack } from './takenBack';

/** Says what goes and what stays, asks why, and takes back what a creation made. */
export function UndoDialog(props: { creation: Creation; onClose(): void }) {
  const { creation, onClose } = props;
  const { id, draft } = creation;
  const [reason, setReason] = useState('');
  const undoing = useOperationMutation(undoCreation, {
    quiet: true,
    onSuccess: onClose,
  });
  const steps = takenBack(creation);
  return (
    <FormDialog
      title={`Undo the creation of ${draft.name}`}
      submitLabel={`Take back ${draft.name}`}
      destructive
      error={undoing.error}
      isPending={undoing.isPending}
      onSubmit={() => undoing.mutate({ creation: id, reason })}
      onClose={onClose}
    >
      {steps.length === 0 ? (
        <Text>Nothing was made yet. Its name is free again afterwards.</Text>
      ) : (
        <div className={styles.goes}>
          <Text as="p" weight="bold">
            This is deleted, the last first, with all that has come to it since:
          </Text>
          <ul aria-label="What is deleted">
            {steps.map(({ step, title }) => (
              <li key={step}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      <Text color="secondary">
        The audit log, the history of the GitOps repository and this page stay.
        What somebody else made for it is not touched.
      </Text>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={undoing.error}
        placeholder="It was only to try it out"
      />
    </FormDialog>
  );
}
