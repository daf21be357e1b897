import { CREATION_STATES } from '@sphera/plugin-creation-common';
import {
  type AskedQuestion,
  ChoiceSelect,
  FilterBar,
} from '@sphera/plugin-operations-react';
import { CREATION_STATE_WORDS } from '../parts/stateWords';
import type { Question } from './question';

const capitalized = (word: string) =>
  `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const STATES = CREATION_STATES.map(state => ({
  id: state,
  label: capitalized(CREATION_STATE_WORDS[state]),
}));

/** Narrows the list to a state, or to the service that an address names. */
export function CreationFilters(props: { asked: AskedQuestion<Question> }) {
  const { question, change } = props.asked;
  return (
    <FilterBar few>
      <ChoiceSelect
        label="State"
        all="Any state"
        choices={STATES}
        value={question.state}
        onChange={value =>
          change({ state: CREATION_STATES.find(state => state === value) })
        }
      />
      {question.name && (
        <ChoiceSelect
          label="Service"
          all="All services"
          choices={[{ id: question.name, label: question.name }]}
          value={question.name}
          onChange={name => change({ name })}
        />
      )}
    </FilterBar>
  );
}
