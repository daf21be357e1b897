import { FieldMessage, useUncachedCall } from '@sphera/plugin-operations-react';
import {
  createSecret,
  type StandardAnswer,
} from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { aboutInput, nothingSaid } from '../../fields/About';
import { AboutFields } from '../../fields/AboutFields';
import { readEnv } from '../../fields/many/readEnv';
import { readJson } from '../../fields/many/readJson';
import { NameField } from '../../fields/NameField';
import { nameProblem } from '../../fields/names';
import { placesChosenFirst, toInputs } from '../../fields/places';
import { PlacesField } from '../../fields/PlacesField';
import { StandardPreview } from '../../fields/StandardPreview';
import {
  draftProblem,
  emptyDraft,
  textOf,
  ValueDraft,
  valueInput,
  ValueWay,
} from '../../fields/value/ValueDraft';
import { ValuePanels } from '../../fields/value/ValuePanels';
import { RunForm } from '../steps/RunForm';
import { Run } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';
import { createSteps, NewSecret } from './createSteps';
import { manyWays } from './manyWays';
import { useManyEntries } from './useManyEntries';
import { useTakenNames } from './useTakenNames';

const WAYS: ValueWay[] = ['type', 'generate', 'paste'];

/** The form of new secrets. What is written in it is nowhere else, and gone with it. */
export function CreateForm(props: {
  service: string;
  standard: StandardAnswer;
  run: Run;
  onClose(): void;
}) {
  const { service, standard, run, onClose } = props;
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const taken = useTakenNames(service);
  const [way, setWay] = useState<string>('type');
  const [name, setName] = useState('');
  const [draft, setDraft] = useState(() => emptyDraft('type'));
  const json = useManyEntries(readJson, standard, taken);
  const env = useManyEntries(readEnv, standard, taken);
  const [places, setPlaces] = useState(() =>
    placesChosenFirst(standard.places),
  );
  const [about, setAbout] = useState(nothingSaid);
  const [hasTried, setHasTried] = useState(false);
  const many = { json, env }[way];
  const wrong = {
    name: nameProblem(name, standard.names, taken),
    value: draftProblem(draft, standard),
  };
  const isReady =
    places.length > 0 && (many?.isReady ?? !(wrong.name || wrong.value));
  const submit = async () => {
    setHasTried(true);
    if (!isReady) return;
    const secrets: NewSecret[] = many
      ? many.entries.map(entry => ({ name: entry.name, value: entry.value }))
      : [{ name, ...valueInput(draft) }];
    const inputs = toInputs(places, standard.places);
    const said = { service, ...aboutInput(about) };
    const steps = createSteps(call, secrets, inputs, said, at =>
      many?.leaveOut(many.entries[at]),
    );
    if (await run.start(steps)) {
      tellDone(createdInWords(secrets));
      onClose();
    }
  };
  const shown = (text: string, problem?: string) =>
    hasTried || text ? problem : undefined;
  const written = textOf(draft) ?? draft.way;
  return (
    <RunForm
      service={service}
      run={run}
      submitLabel={many ? createMany(many.entries.length) : 'Create secret'}
      onSubmit={submit}
    >
      {!many && (
        <NameField
          value={name}
          onChange={setName}
          names={standard.names}
          problem={shown(name, wrong.name)}
          error={run.error}
        />
      )}
      <ValuePanels
        ways={WAYS}
        way={way}
        onWay={chosen => {
          setWay(chosen);
          const one = WAYS.find(known => known === chosen);
          if (one) setDraft({ ...draft, way: one });
        }}
        draft={draft}
        onDraft={(change: Partial<ValueDraft>) =>
          setDraft({ ...draft, ...change })
        }
        standard={standard}
        problem={shown(written, wrong.value)}
        further={manyWays({ json, env }, hasTried)}
      />
      <FieldMessage error={run.error} fields={['value', 'generate']} />
      <PlacesField
        label="Where it lives"
        operation={createSecret}
        service={service}
        offered={standard.places}
        value={places}
        onChange={setPlaces}
        error={run.error}
      />
      <StandardPreview
        standard={standard}
        name={many ? many.entries[0]?.name ?? '' : name}
        places={places}
      />
      <AboutFields value={about} onChange={setAbout} error={run.error} />
    </RunForm>
  );
}

function createMany(count: number): string {
  return count > 1 ? `Create ${count} secrets` : 'Create secret';
}

function createdInWords(secrets: NewSecret[]): string {
  return secrets.length > 1
    ? `${secrets.length} secrets are created`
    : `${secrets[0].name} is created`;
}
