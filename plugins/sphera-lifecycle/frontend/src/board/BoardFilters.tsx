import { ToggleButton } from '@backstage/ui';
import { RiHourglassLine, RiQuestionAnswerLine } from '@remixicon/react';
import {
  ChoiceSelect,
  FilterBar,
  filterSearch,
  FilterToggles,
  SearchBox,
  useOperation,
} from '@sphera/plugin-operations-react';
import { listServices } from '@sphera/plugin-services-common';
import type { AskedQuestion } from './useQuestion';

const LONGEST_SEARCH = 200;

/** Narrows the board to a team, a type, what is stuck, what waits for whoever looks. */
export function BoardFilters({ asked }: { asked: AskedQuestion }) {
  const { question, change } = asked;
  const { data } = useOperation(listServices, { limit: 1 });
  const choices = (of: 'teams' | 'types') =>
    (data?.facets[of] ?? []).map(({ value, title }) => ({
      id: value,
      label: title,
    }));
  return (
    <FilterBar>
      <SearchBox
        label="Search services"
        placeholder="Name"
        longest={LONGEST_SEARCH}
        className={filterSearch}
        text={question.search ?? ''}
        onSearch={search => change({ search })}
      />
      <ChoiceSelect
        label="Team"
        all="All teams"
        choices={choices('teams')}
        value={question.owner}
        onChange={owner => change({ owner })}
      />
      <ChoiceSelect
        label="Type"
        all="All types"
        choices={choices('types')}
        value={question.type}
        onChange={type => change({ type })}
      />
      <FilterToggles>
        <ToggleButton
          size="small"
          iconStart={<RiHourglassLine size={16} />}
          isSelected={question.stuck ?? false}
          onChange={on => change({ stuck: on || undefined })}
        >
          Stuck
        </ToggleButton>
        <ToggleButton
          size="small"
          iconStart={<RiQuestionAnswerLine size={16} />}
          isSelected={question.answerable ?? false}
          onChange={on => change({ answerable: on || undefined })}
        >
          Waits for my approval
        </ToggleButton>
      </FilterToggles>
    </FilterBar>
  );
}
