import { createWindow, WeekMoment } from '@sphera/plugin-locks-common';
import { LockableAction } from '@sphera/plugin-operations-common';
import {
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { ServiceField } from '@sphera/plugin-services-react';
import { useState } from 'react';
import { ActionsField } from '../fields/ActionsField';
import { EnvironmentField } from '../fields/EnvironmentField';
import { localTimeZone, TimeZoneField } from './TimeZoneField';
import { WeekMomentField } from './WeekMomentField';
import { WindowPreview } from './WindowPreview';

const FRIDAY: WeekMoment = { day: 'friday', time: '16:00' };
const MONDAY: WeekMoment = { day: 'monday', time: '08:00' };

/** Asks for what a freeze window needs, shows when it would be, and sets it. */
export function WindowDialog(props: { onClose(): void }) {
  const { onClose } = props;
  const [reason, setReason] = useState('');
  const [from, setFrom] = useState(FRIDAY);
  const [to, setTo] = useState(MONDAY);
  const [timeZone, setTimeZone] = useState(localTimeZone);
  const [service, setService] = useState<string>();
  const [environment, setEnvironment] = useState<string>();
  const [actions, setActions] = useState<LockableAction[]>(['deploy']);
  const creating = useOperationMutation(createWindow, {
    quiet: true,
    onSuccess: onClose,
  });
  const { error } = creating;
  return (
    <FormDialog
      title="New freeze window"
      submitLabel="Create window"
      error={error}
      isPending={creating.isPending}
      onSubmit={() =>
        creating.mutate({
          service,
          environment,
          actions,
          from,
          to,
          timeZone,
          reason,
        })
      }
      onClose={onClose}
    >
      <ReasonField
        value={reason}
        onChange={setReason}
        error={error}
        placeholder="Nobody is there on weekends"
      />
      <WeekMomentField
        what="Begins"
        name="from"
        value={from}
        onChange={setFrom}
        error={error}
      />
      <WeekMomentField
        what="Ends"
        name="to"
        value={to}
        onChange={setTo}
        error={error}
      />
      <TimeZoneField value={timeZone} onChange={setTimeZone} error={error} />
      <WindowPreview from={from} to={to} timeZone={timeZone} />
      <ActionsField value={actions} onChange={setActions} error={error} />
      <EnvironmentField
        value={environment}
        onChange={setEnvironment}
        error={error}
      />
      <ServiceField
        value={service}
        onChange={setService}
        error={error}
        description="Leave empty for all services"
      />
    </FormDialog>
  );
}
