import {
  FieldMessage,
  isConflict,
  useUncachedCall,
} from '@sphera/plugin-operations-react';
import {
  type SecretRow,
  type StandardAnswer,
  updateSecret,
} from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { aboutChanges, aboutOf } from '../../fields/About';
import { AboutFields } from '../../fields/AboutFields';
import { cellsIn, livingCells } from '../../fields/cells';
import { PlacesField } from '../../fields/PlacesField';
import {
  draftProblem,
  emptyDraft,
  textOf,
  valueInput,
  ValueWay,
} from '../../fields/value/ValueDraft';
import { ValuePanels } from '../../fields/value/ValuePanels';
import { WhyField } from '../../fields/WhyField';
import { usePlaceSteps } from '../usePlaceSteps';
import type { SecretOfService } from '../SecretsDialogs';
import { RunForm } from '../steps/RunForm';
import { Run } from '../steps/useRun';
import { useDoneToast } from '../useDoneToast';
import { usePlacesChoice } from '../usePlacesChoice';
import { Meanwhile } from './Meanwhile';
import { PresentState } from './PresentState';
import { seenVersions } from './seenVersions';

const WAYS: ValueWay[] = ['keep', 'type', 'generate', 'paste'];

/** The form that changes a secret. What is written in it is nowhere else, and gone with it. */
export function UpdateForm(props: {
  about: SecretOfService;
  standard: StandardAnswer;
  run: Run;
  onClose(): void;
}) {
  const { standard, run, onClose } = props;
  const { service, place } = props.about;
  const call = useUncachedCall();
  const tellDone = useDoneToast();
  const placeSteps = usePlaceSteps();
  // What was looked at; what others do meanwhile must not slip in unseen.
  const [row, setRow] = useState(props.about.row);
  const cells = livingCells(row);
  const { offered, chosen, setChosen } = usePlacesChoice(row, cells, place);
  const [before] = useState(() => aboutOf(row));
  const [draft, setDraft] = useState(() => emptyDraft('type'));
  const [about, setAbout] = useState(before);
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const wrong = draftProblem(draft, standard);
  const changes = {
    ...valueInput(draft),
    ...aboutChanges(about, before),
  };
  const isSame = draft.way === 'keep' && Object.keys(changes).length === 0;
  const submit = async () => {
    setHasTried(true);
    if (wrong || chosen.length === 0) return;
    const steps = placeSteps(chosen, standard.places, places =>
      call(updateSecret, {
        service,
        name: row.name,
        ...places,
        ...changes,
        seen: seenVersions(cells, places),
        reason: reason.trim() || undefined,
      }),
    );
    if (await run.start(steps)) {
      tellDone(`${row.name} is changed`);
      onClose();
    }
  };
  const isMeanwhile = run.error !== null && isConflict(run.error);
  return (
    <RunForm
      service={service}
      run={run}
      submitLabel={draft.way === 'keep' ? 'Save' : 'Set new value'}
      isDisabled={isSame || isMeanwhile}
      error={isMeanwhile ? null : run.error}
      onSubmit={submit}
    >
      {isMeanwhile && run.error && (
        <Meanwhile
          service={service}
          name={row.name}
          error={run.error}
          onLooked={(now: SecretRow) => {
            setRow(now);
            run.clear();
          }}
        />
      )}
      <ValuePanels
        ways={WAYS}
        way={draft.way}
        onWay={way => setDraft({ ...draft, way: way as ValueWay })}
        draft={draft}
        onDraft={change => setDraft({ ...draft, ...change })}
        standard={standard}
        problem={hasTried || textOf(draft) !== '' ? wrong : undefined}
      />
      <FieldMessage error={run.error} fields={['value', 'generate']} />
      <PlacesField
        label="Where"
        operation={updateSecret}
        service={service}
        offered={offered}
        value={chosen}
        onChange={setChosen}
        error={run.error}
      />
      <PresentState cells={cellsIn(cells, chosen)} />
      <AboutFields value={about} onChange={setAbout} error={run.error} />
      <WhyField value={reason} onChange={setReason} error={run.error} />
    </RunForm>
  );
}
