import {
  type AskedQuestion,
  ChoiceSelect,
  FilterBar,
} from '@sphera/plugin-operations-react';
import { EnvironmentSelect, useFleet } from '@sphera/plugin-services-react';
import { NOTABLE_STATES, STATE_WORDS } from '../parts/stateWords';
import type { CellsQuestion } from './cells';

const STATES = NOTABLE_STATES.map(state => ({
  id: state,
  label: STATE_WORDS[state],
}));

/** Narrows the clusters of a flag to a place or a state. */
export function CellFilters(props: { asked: AskedQuestion<CellsQuestion> }) {
  const { question, change } = props.asked;
  const { regions } = useFleet();
  return (
    <FilterBar few>
      <EnvironmentSelect
        value={question.environment}
        onChange={environment => change({ environment })}
      />
      <ChoiceSelect
        label="Region"
        all="All regions"
        choices={regions.map(({ name, title }) => ({ id: name, label: title }))}
        value={question.region}
        onChange={region => change({ region })}
      />
      <ChoiceSelect
        label="State"
        all="Any state"
        choices={STATES}
        value={question.state}
        onChange={value =>
          change({ state: NOTABLE_STATES.find(state => state === value) })
        }
      />
    </FilterBar>
  );
}
