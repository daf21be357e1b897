import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { freezeMerges } from '@sphera/plugin-locks-common';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { untilFields, untilUnlocked } from '../fields/until';
import { UntilField } from '../fields/UntilField';

/** Asks why and how long merges should rest, and freezes them. */
export function FreezeDialog(props: {
  /** Absent: all services. */
  service?: { ref: string; title: string };
  onClose(): void;
}) {
  const { service, onClose } = props;
  const toasts = useApi(toastApiRef);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(untilUnlocked);
  const freezing = useOperationMutation(freezeMerges, {
    quiet: true,
    onSuccess: () => {
      toasts.post({
        title: 'Merges are frozen',
        status: 'success',
        timeout: 4000,
      });
      onClose();
    },
  });
  return (
    <FormDialog
      title={
        service ? `Freeze merges of ${service.title}` : 'Freeze all merges'
      }
      submitLabel="Freeze merges"
      error={freezing.error}
      isPending={freezing.isPending}
      onSubmit={() =>
        freezing.mutate({
          service: service?.ref,
          reason,
          ...untilFields(until, new Date()),
        })
      }
      onClose={onClose}
    >
      <Text color="secondary">
        Nothing is merged to the default branch of{' '}
        {service ? service.title : 'any service'}. Deploys of what is merged
        already go on.
      </Text>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={freezing.error}
        placeholder="Release 8.2 is cut on Thursday"
      />
      <UntilField
        value={until}
        onChange={setUntil}
        error={freezing.error}
        endedBy="unfreezes"
      />
    </FormDialog>
  );
}
