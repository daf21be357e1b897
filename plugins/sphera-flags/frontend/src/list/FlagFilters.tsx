import { ToggleButton } from '@backstage/ui';
import { RiArchiveLine } from '@remixicon/react';
import {
  ChoiceSelect,
  FilterBar,
  filterSearch,
  FilterToggles,
  SearchBox,
  useOperation,
} from '@sphera/plugin-operations-react';
import { listServices } from '@sphera/plugin-services-common';
import { EnvironmentSelect, useTeams } from '@sphera/plugin-services-react';
import type { AskedQuestion } from './useQuestion';

// As many as a list answers at once; what an address names besides stays on offer.
const MOST_SERVICES = 200;
const LONGEST_TEXT = 100;

/** Search and filters of the flags. */
export function FlagFilters(props: { asked: AskedQuestion }) {
  const { question, change } = props.asked;
  const services = useOperation(listServices, { limit: MOST_SERVICES });
  const teams = useTeams();
  return (
    <FilterBar>
      <SearchBox
        label="Search flags"
        placeholder="Key, description, service…"
        longest={LONGEST_TEXT}
        className={filterSearch}
        text={question.text ?? ''}
        onSearch={text => change({ text: text || undefined })}
      />
      <ChoiceSelect
        label="Service"
        all="All services"
        choices={(services.data?.items ?? []).map(({ service, title }) => ({
          id: service,
          label: title,
        }))}
        value={question.service}
        onChange={service => change({ service })}
      />
      <ChoiceSelect
        label="Owner"
        all="All owners"
        choices={teams.map(({ value, title }) => ({ id: value, label: title }))}
        value={question.owner}
        onChange={owner => change({ owner })}
      />
      <EnvironmentSelect
        value={question.environment}
        onChange={environment => change({ environment })}
      />
      <FilterToggles>
        <ToggleButton
          size="small"
          iconStart={<RiArchiveLine size={16} />}
          isSelected={question.retired ?? false}
          onChange={on => change({ retired: on || undefined })}
        >
          Retired
        </ToggleButton>
      </FilterToggles>
    </FilterBar>
  );
}
