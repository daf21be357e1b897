import { ToggleButton } from '@backstage/ui';
import {
  RiGitBranchLine,
  RiHeartPulseLine,
  RiUserLine,
} from '@remixicon/react';
import { ChoiceSelect, SearchBox } from '@sphera/plugin-operations-react';
import { EnvironmentSelect } from '../filters/EnvironmentSelect';
import styles from '../filters/FilterBar.module.css';
import type { Team } from '../filters/useTeams';
import type { AskedQuestion } from './useQuestion';

/** Search and filters of the matrix. */
export function MatrixFilters(props: { asked: AskedQuestion; teams: Team[] }) {
  const { question, change } = props.asked;
  return (
    <div role="search" className={styles.bar}>
      <SearchBox
        label="Search services"
        placeholder="Name, team, version…"
        longest={200}
        className={styles.search}
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
      <div className={styles.toggles}>
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
      </div>
    </div>
  );
}
