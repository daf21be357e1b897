import { ToggleButton } from '@backstage/ui';
import {
  RiGitBranchLine,
  RiHeartPulseLine,
  RiUserLine,
} from '@remixicon/react';
import {
  ChoiceSelect,
  FilterBar,
  filterSearch,
  FilterToggles,
  SearchBox,
} from '@sphera/plugin-operations-react';
import { EnvironmentSelect, type Team } from '@sphera/plugin-services-react';
import type { AskedQuestion } from './useQuestion';

/** Search and filters of the matrix. */
export function MatrixFilters(props: { asked: AskedQuestion; teams: Team[] }) {
  const { question, change } = props.asked;
  return (
    <FilterBar>
      <SearchBox
        label="Search services"
        placeholder="Name, team, version…"
        longest={200}
        className={filterSearch}
        text={question.text ?? ''}
        onSearch={text => change({ text })}
      />
      <ChoiceSelect
        label="Team"
        all="All teams"
        choices={props.teams.map(({ value, title }) => ({
          id: value,
          label: title,
        }))}
        value={question.team}
        onChange={team => change({ team })}
      />
      <EnvironmentSelect
        value={question.environment}
        onChange={environment => change({ environment })}
      />
      <FilterToggles>
        <ToggleButton
          size="small"
          iconStart={<RiGitBranchLine size={16} />}
          isSelected={question.only === 'drift'}
          onChange={on => change({ only: on ? 'drift' : undefined })}
        >
          Only drift
        </ToggleButton>
        <ToggleButton
          size="small"
          iconStart={<RiHeartPulseLine size={16} />}
          isSelected={question.only === 'unhealthy'}
          onChange={on => change({ only: on ? 'unhealthy' : undefined })}
        >
          Only unhealthy
        </ToggleButton>
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
