import { ToggleButton } from '@backstage/ui';
import { RiUserLine } from '@remixicon/react';
import {
  ChoiceSelect,
  FilterBar,
  filterSearch,
  FilterToggles,
  SearchBox,
} from '@sphera/plugin-operations-react';
import {
  EnvironmentSelect,
  useFleet,
  useTeams,
} from '@sphera/plugin-services-react';
import type { AskedQuestion } from './useQuestion';

/** Search and filters of what was found. */
export function FindingFilters(props: { asked: AskedQuestion }) {
  const { question, change } = props.asked;
  const { regions } = useFleet();
  const teams = useTeams();
  return (
    <FilterBar>
      <SearchBox
        label="Search secrets"
        placeholder="Name, service…"
        longest={200}
        className={filterSearch}
        text={question.text ?? ''}
        onSearch={text => change({ text: text || undefined })}
      />
      <ChoiceSelect
        label="Team"
        all="All teams"
        choices={teams.map(({ value, title }) => ({ id: value, label: title }))}
        value={question.team}
        onChange={team => change({ team })}
      />
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
      <FilterToggles>
        <ToggleButton
          size="small"
          iconStart={<RiUserLine size={16} />}
          isSelected={question.mine ?? false}
          onChange={mine => change({ mine: mine || undefined })}
        >
          Mine
        </ToggleButton>
      </FilterToggles>
    </FilterBar>
  );
}
