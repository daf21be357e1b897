import { TimeAgo, useUncachedCall } from '@sphera/plugin-operations-react';
import { placeName, restoreSecret } from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { cellsIn, deletedCells } from '../../fields/cells';
import { PlacesField } from '../../fields/PlacesField';
import { WhyField } from '../../fields/WhyField';
import { usePlaceWords } from '../../parts/usePlaceWords';
import styles from '../dialogs.module.css';
import { usePlaceSteps } from '../usePlaceSteps';
import type { SecretOfService } from '../SecretsDialogs';
import { RunDialog } from '../steps/RunDialog';
import { RunForm } from '../steps/RunForm';
import { useRun } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';
import { usePlacesChoice } from '../usePlacesChoice';

/** Takes the deletion of a secret back. */
export function RestoreDialog(props: {
  about: SecretOfService;
  onClose(): void;
}) {
  const { onClose } = props;
  const { service, row, place } = props.about;
  const run = useRun();
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const placeSteps = usePlaceSteps();
  const words = usePlaceWords();
  const cells = deletedCells(row);
  const { offered, chosen, setChosen } = usePlacesChoice(row, cells, place);
  const [reason, setReason] = useState('');
  const submit = async () => {
    const steps = placeSteps(chosen, row.cells, places =>
      call(restoreSecret, {
        service,
        name: row.name,
        ...places,
        reason: reason.trim() || undefined,
      }),
    );
    if (await run.start(steps)) {
      tellDone(`${row.name} is restored`);
      onClose();
    }
  };
  return (
    <RunDialog title={`Restore ${row.name}`} run={run} onClose={onClose}>
      <RunForm
        service={service}
        run={run}
        submitLabel="Restore"
        isDisabled={chosen.length === 0}
        onSubmit={submit}
      >
        <PlacesField
          label="Restore it in"
          description="It has the value that it had when it was deleted."
          operation={restoreSecret}
          service={service}
          offered={offered}
          value={chosen}
          onChange={setChosen}
          error={run.error}
        />
        <ul className={styles.facts} aria-label="Until when">
          {cellsIn(cells, chosen).map(cell => (
            <li key={placeName(cell)}>
              {words(cell)}
              {cell.deletedAt && (
                <>
                  : deleted <TimeAgo time={cell.deletedAt} />
                </>
              )}
              {cell.recoverableUntil && (
                <>
                  , gone for good <TimeAgo time={cell.recoverableUntil} />
                </>
              )}
            </li>
          ))}
        </ul>
        <WhyField value={reason} onChange={setReason} error={run.error} />
      </RunForm>
    </RunDialog>
  );
}
