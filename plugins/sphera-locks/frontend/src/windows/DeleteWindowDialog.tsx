import { Text } from '@backstage/ui';
import { deleteWindow, FreezeWindow } from '@sphera/plugin-locks-common';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { spanInWords } from './words';

/** Asks why a freeze window may go, and takes it away. */
export function DeleteWindowDialog(props: {
  window: FreezeWindow;
  onClose(): void;
}) {
  const { window, onClose } = props;
  const [reason, setReason] = useState('');
  const deleting = useOperationMutation(deleteWindow, {
    quiet: true,
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title="Delete freeze window"
      submitLabel="Delete"
      destructive
      error={deleting.error}
      isPending={deleting.isPending}
      onSubmit={() => deleting.mutate({ id: window.id, reason })}
      onClose={onClose}
    >
      <Text>
        {spanInWords(window)}: {window.reason}. If it is open now, it ends at
        once.
      </Text>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={deleting.error}
        placeholder="We ship on Fridays again"
      />
    </FormDialog>
  );
}
