import {
  HOLD_STATES,
  type HoldState,
  listMergeHolds,
} from '@sphera/plugin-merges-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import {
  type AskedQuestion,
  ChoiceSelect,
  FilterBar,
  filterSearch,
  SearchBox,
} from '@sphera/plugin-operations-react';
import { HOLD_STATE_WORDS } from '../parts/holdWords';
import type { Question } from './question';

const LONGEST_TEXT = 200;

/** Narrows the list to a state, or to names. */
export function HoldFilters(props: {
  asked: AskedQuestion<Question>;
  /** How many there are of each state; absent while it is not known. */
  counts: OutputOf<typeof listMergeHolds>['counts'] | undefined;
}) {
  const { asked, counts } = props;
  const { question, change } = asked;
  const labelOf = (state: HoldState) => {
    const word = HOLD_STATE_WORDS[state];
    const label = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    return counts ? `${label} (${counts[state].toLocaleString('en')})` : label;
  };
  return (
    <FilterBar few>
      <SearchBox
        label="Search repositories"
        placeholder="Repository"
        longest={LONGEST_TEXT}
        text={question.text ?? ''}
        onSearch={text => change({ text })}
        className={filterSearch}
      />
      <ChoiceSelect
        label="State"
        all="Any state"
        choices={HOLD_STATES.map(id => ({ id, label: labelOf(id) }))}
        value={question.state}
        onChange={value =>
          change({ state: HOLD_STATES.find(state => state === value) })
        }
      />
    </FilterBar>
  );
}
