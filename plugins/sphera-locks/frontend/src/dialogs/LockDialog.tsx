import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { lock } from '@sphera/plugin-locks-common';
import { LockableAction } from '@sphera/plugin-operations-common';
import {
  FormDialog,
  ReasonField,
  useMay,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { ServiceField } from '@sphera/plugin-services-react';
import { useState } from 'react';
import { ActionsField } from '../fields/ActionsField';
import { EnvironmentField } from '../fields/EnvironmentField';
import { untilFields, untilUnlocked } from '../fields/until';
import { UntilField } from '../fields/UntilField';

/** What a lock dialog was opened for. */
export type LockPlace =
  | { kind: 'everything' }
  | { kind: 'service'; service: string; title: string }
  | { kind: 'choose' };

/** What the dialog is called, and what is said when it is done. */
function wordsFor(place: LockPlace): { title: string; done: string } {
  switch (place.kind) {
    case 'everything':
      return { title: 'Lock everything', done: 'All services are locked' };
    case 'service':
      return { title: `Lock ${place.title}`, done: `${place.title} is locked` };
    default:
      return { title: 'Lock a service', done: 'The service is locked' };
  }
}

/** Asks for what a lock needs, and places it. */
export function LockDialog(props: { place: LockPlace; onClose(): void }) {
  const { place, onClose } = props;
  const words = wordsFor(place);
  const toasts = useApi(toastApiRef);
  const [chosen, setChosen] = useState<string>();
  const [environment, setEnvironment] = useState<string>();
  const [actions, setActions] = useState<LockableAction[]>(['deploy']);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(untilUnlocked);
  const placing = useOperationMutation(lock, {
    quiet: true,
    onSuccess: () => {
      toasts.post({ title: words.done, status: 'success', timeout: 4000 });
      onClose();
    },
  });
  const service = place.kind === 'service' ? place.service : chosen;
  const may = useMay(lock, { service, environment });
  const isIncomplete = place.kind === 'choose' && !chosen;
  return (
    <FormDialog
      title={words.title}
      submitLabel={place.kind === 'choose' ? 'Lock' : words.title}
      destructive={place.kind === 'everything'}
      error={placing.error}
      isPending={placing.isPending}
      isDisabled={isIncomplete || !may}
      onSubmit={() =>
        placing.mutate({
          service,
          environment,
          actions,
          reason,
          ...untilFields(until, new Date()),
        })
      }
      onClose={onClose}
    >
      {!isIncomplete && !may && (
        <Alert status="warning" icon title="You may not lock this" />
      )}
      {place.kind === 'choose' && (
        <ServiceField
          value={chosen}
          onChange={setChosen}
          error={placing.error}
          isRequired
          startsFocused
        />
      )}
      <ReasonField
        value={reason}
        onChange={setReason}
        error={placing.error}
        placeholder="Incident 4711: card payments fail"
        startsFocused={place.kind !== 'choose'}
      />
      <ActionsField
        value={actions}
        onChange={setActions}
        error={placing.error}
      />
      <EnvironmentField
        value={environment}
        onChange={setEnvironment}
        error={placing.error}
      />
      <UntilField value={until} onChange={setUntil} error={placing.error} />
    </FormDialog>
  );
}
