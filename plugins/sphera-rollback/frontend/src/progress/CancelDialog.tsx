import { Text } from '@backstage/ui';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { cancelRollback, type Rollback } from '@sphera/plugin-rollback-common';
import { useState } from 'react';

/** Asks why, and stops a rollback whose change is not in the repository yet. */
export function CancelDialog(props: {
  /** As it stands now. */
  rollback: Rollback;
  onClose(): void;
}) {
  const { rollback, onClose } = props;
  const { id, from, canCancel } = rollback;
  const [reason, setReason] = useState('');
  const cancelling = useOperationMutation(cancelRollback, {
    quiet: true,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title="Cancel this rollback"
      submitLabel="Cancel rollback"
      destructive
      error={cancelling.error}
      isPending={cancelling.isPending}
      isDisabled={!canCancel}
      onSubmit={() => cancelling.mutate({ id, reason })}
      onClose={onClose}
    >
      <Text role="status">
        {canCancel
          ? `Nothing is in the repository yet: ${from} stays as it is. A pull request that waits is closed.`
          : 'It is too late: the change is in the repository, or the rollback is over. Roll forward instead.'}
      </Text>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={cancelling.error}
        placeholder="It was the network after all"
      />
    </FormDialog>
  );
}
