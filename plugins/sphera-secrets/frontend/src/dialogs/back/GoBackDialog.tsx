import { Text } from '@backstage/ui';
import { useUncachedCall } from '@sphera/plugin-operations-react';
import { placeName, restoreVersion } from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { cellsIn, livingCells } from '../../fields/cells';
import { PlacesField } from '../../fields/PlacesField';
import { WhyField } from '../../fields/WhyField';
import styles from '../dialogs.module.css';
import { usePlaceSteps } from '../usePlaceSteps';
import type { SecretOfService } from '../SecretsDialogs';
import { RunDialog } from '../steps/RunDialog';
import { RunForm } from '../steps/RunForm';
import { useRun } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';
import { usePlacesChoice } from '../usePlacesChoice';
import { VersionToBe } from './VersionToBe';

/** Says which version would be current in each place, and goes back to it. */
export function GoBackDialog(props: {
  about: SecretOfService & { versionId?: string };
  onClose(): void;
}) {
  const { onClose } = props;
  const { service, row, place, versionId } = props.about;
  const run = useRun();
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const placeSteps = usePlaceSteps();
  const cells = livingCells(row);
  // A version is of one place.
  const only = versionId && place ? cellsIn(cells, [place]) : cells;
  const { offered, chosen, setChosen } = usePlacesChoice(row, only, place);
  const [reason, setReason] = useState('');
  const submit = async () => {
    const steps = placeSteps(chosen, row.cells, places =>
      call(restoreVersion, {
        service,
        name: row.name,
        ...places,
        versionId,
        reason: reason.trim() || undefined,
      }),
    );
    if (await run.start(steps)) {
      tellDone(`${row.name} has an earlier value again`);
      onClose();
    }
  };
  return (
    <RunDialog
      title={`Go back to an earlier value of ${row.name}`}
      run={run}
      onClose={onClose}
    >
      <RunForm
        service={service}
        run={run}
        submitLabel="Go back"
        isDisabled={chosen.length === 0}
        onSubmit={submit}
      >
        <Text>
          The earlier value becomes the current one, and the current one the
          previous: you can come back the same way. Nobody sees a value.
        </Text>
        <PlacesField
          label="Where"
          operation={restoreVersion}
          service={service}
          offered={offered}
          value={chosen}
          onChange={setChosen}
          error={run.error}
        />
        <ul className={styles.facts} aria-label="What becomes current">
          {chosen.map(one => (
            <VersionToBe
              key={placeName(one)}
              service={service}
              name={row.name}
              place={one}
              versionId={versionId}
            />
          ))}
        </ul>
        <WhyField value={reason} onChange={setReason} error={run.error} />
      </RunForm>
    </RunDialog>
  );
}
