import { Alert, Text } from '@backstage/ui';
import { useUncachedCall } from '@sphera/plugin-operations-react';
import {
  copySecret,
  isSamePlace,
  type Place,
} from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { titleOf } from '@sphera/plugin-fleet-common';
import { useFleet } from '@sphera/plugin-services-react';
import { toInputs } from '../../fields/places';
import { PlacesField } from '../../fields/PlacesField';
import { WhyField } from '../../fields/WhyField';
import { usePlaceSteps } from '../usePlaceSteps';
import { RunForm } from '../steps/RunForm';
import { Run } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';
import { CopyAbout } from './CopyAbout';
import { CopyPreview } from './CopyPreview';
import { PlaceSelect } from './PlaceSelect';

/** From where, to where, and what would come of it. */
export function CopyForm(props: {
  about: CopyAbout;
  places: Place[];
  run: Run;
  onClose(): void;
}) {
  const { places: all, run, onClose } = props;
  const { service, names } = props.about;
  const { environments } = useFleet();
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const placeSteps = usePlaceSteps();
  const [from, setFrom] = useState(props.about.from);
  const [to, setTo] = useState(props.about.to ?? []);
  const [reason, setReason] = useState('');
  const elsewhere = all.filter(place => !from || !isSamePlace(place, from));
  const targets = to.filter(place => !from || !isSamePlace(place, from));
  const crossed = [
    ...new Set(
      targets
        .filter(({ environment }) => from && environment !== from.environment)
        .map(({ environment }) => titleOf(environments, environment)),
    ),
  ];
  const question = from && {
    service,
    names,
    fromEnvironment: from.environment,
    fromRegion: from.region,
  };
  const submit = async () => {
    if (!question) return;
    const steps = placeSteps(targets, all, places =>
      call(copySecret, {
        ...question,
        ...places,
        reason: reason.trim() || undefined,
      }),
    );
    if (await run.start(steps)) {
      tellDone(
        names.length === 1
          ? `${names[0]} is copied`
          : `${names.length} secrets are copied`,
      );
      onClose();
    }
  };
  return (
    <RunForm
      service={service}
      run={run}
      submitLabel="Copy"
      isDisabled={!from || targets.length === 0}
      onSubmit={submit}
    >
      <Text>
        Values go from place to place on the server: no browser sees them.
      </Text>
      <PlaceSelect
        label="From"
        offered={all}
        value={from}
        onChange={setFrom}
        error={run.error}
      />
      <PlacesField
        label="To"
        operation={copySecret}
        service={service}
        offered={elsewhere}
        value={targets}
        onChange={setTo}
        error={run.error}
      />
      {from && crossed.length > 0 && (
        <Alert
          status="warning"
          icon
          title={`Values of ${titleOf(
            environments,
            from.environment,
          )} go to ${crossed.join(', ')}`}
          description="Environments usually have values of their own: what is replaced there can be put back with Go back."
        />
      )}
      {question &&
        toInputs(targets, all).map(places => (
          <CopyPreview
            key={places.environments.join()}
            question={{ ...question, ...places }}
          />
        ))}
      <WhyField value={reason} onChange={setReason} error={run.error} />
    </RunForm>
  );
}
