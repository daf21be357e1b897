import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { Lock, unlock } from '@sphera/plugin-locks-common';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { LockedPlace } from '../locks/LockedPlace';
import { actionsInWords, isMergeFreeze } from '../words';

/** Asks why a lock may go, and takes it off. */
export function UnlockDialog(props: { lock: Lock; onClose(): void }) {
  const { lock, onClose } = props;
  const toasts = useApi(toastApiRef);
  const [reason, setReason] = useState('');
  const releasing = useOperationMutation(unlock, {
    quiet: true,
    onSuccess: () => {
      toasts.post({
        title: 'The lock is taken off',
        status: 'success',
        timeout: 4000,
      });
      onClose();
    },
  });
  const deed = isMergeFreeze(lock) ? 'Unfreeze' : 'Unlock';
  return (
    <FormDialog
      title={`${deed}: ${lock.reason}`}
      submitLabel={deed}
      error={releasing.error}
      isPending={releasing.isPending}
      onSubmit={() => releasing.mutate({ id: lock.id, reason })}
      onClose={onClose}
    >
      <Text>
        <LockedPlace lock={lock} /> may have {actionsInWords(lock.actions)}{' '}
        again, unless another lock holds them back.
      </Text>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={releasing.error}
        placeholder="Fixed in 8.1.3"
      />
    </FormDialog>
  );
}
