import { Text, TextField } from '@backstage/ui';
import { isProductionLike, titleOf } from '@sphera/plugin-fleet-common';
import {
  ReasonField,
  useOperation,
  useUncachedCall,
} from '@sphera/plugin-operations-react';
import { deleteSecret, getStandard } from '@sphera/plugin-secrets-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useState } from 'react';
import { livingCells } from '../../fields/cells';
import { environmentsOf } from '../../fields/places';
import { PlacesField } from '../../fields/PlacesField';
import { usePlaceSteps } from '../usePlaceSteps';
import type { SecretOfService } from '../SecretsDialogs';
import { RunDialog } from '../steps/RunDialog';
import { RunForm } from '../steps/RunForm';
import { useRun } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';
import { usePlacesChoice } from '../usePlacesChoice';

/** Says what deleting a secret does, asks why and, for production, for its name; deletes it. */
export function DeleteDialog(props: {
  about: SecretOfService;
  onClose(): void;
}) {
  const { onClose } = props;
  const { service, row, place } = props.about;
  const run = useRun();
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const placeSteps = usePlaceSteps();
  const { environments } = useFleet();
  const standard = useOperation(getStandard, { service });
  const { offered, chosen, setChosen } = usePlacesChoice(
    row,
    livingCells(row),
    place,
  );
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const production = environmentsOf(chosen).filter(isProductionLike);
  const isConfirmed = production.length === 0 || typed === row.name;
  const days = standard.data?.recoveryDays;
  const submit = async () => {
    const all = row.cells;
    const steps = placeSteps(chosen, all, places =>
      call(deleteSecret, { service, name: row.name, ...places, reason }),
    );
    if (await run.start(steps)) {
      tellDone(`${row.name} is deleted${recoverable(days)}`);
      onClose();
    }
  };
  return (
    <RunDialog title={`Delete ${row.name}`} run={run} onClose={onClose}>
      <RunForm
        service={service}
        run={run}
        submitLabel="Delete"
        destructive
        isDisabled={chosen.length === 0 || !isConfirmed}
        onSubmit={submit}
      >
        <Text>
          Whatever reads it there fails from now on. It can be restored
          {days === undefined ? ' for a while' : ` for ${days} days`}; after
          that it is gone for good.
        </Text>
        <PlacesField
          label="Delete it in"
          operation={deleteSecret}
          service={service}
          offered={offered}
          value={chosen}
          onChange={setChosen}
          error={run.error}
        />
        <ReasonField
          value={reason}
          onChange={setReason}
          error={run.error}
          placeholder="The old database is switched off"
        />
        {production.length > 0 && (
          <TextField
            label={`Type ${row.name} to delete it in ${titleOf(
              environments,
              production[0],
            )}`}
            name="confirmation"
            size="medium"
            isRequired
            autoComplete="off"
            spellCheck="false"
            value={typed}
            onChange={setTyped}
          />
        )}
      </RunForm>
    </RunDialog>
  );
}

function recoverable(days: number | undefined): string {
  return days === undefined ? '' : `; it can be restored for ${days} days`;
}
