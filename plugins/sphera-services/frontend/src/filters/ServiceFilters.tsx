import { ToggleButton } from '@backstage/ui';
import {
  FilterBar,
  filterSearch,
  FilterToggles,
  SearchBox,
} from '@sphera/plugin-operations-react';
import type { Facets } from '@sphera/plugin-services-common';
import type { ServiceColumn } from '@sphera/plugin-services-react';
import { RiLockLine, RiUserLine } from '@remixicon/react';
import { replaces } from '../columns';
import type { AskedQuestion } from '../useQuestion';
import { FacetSelect } from './FacetSelect';
import { chosenOf, withChoice } from './factsFilter';

const NOTHING: Facets = {
  teams: [],
  environments: [],
  types: [],
  lifecycles: [],
};

/** Search and filters of the table; each shows only what would find something. */
export function ServiceFilters(props: {
  asked: AskedQuestion;
  facets?: Facets;
  columns: ServiceColumn[];
}) {
  const { asked, facets = NOTHING, columns } = props;
  const { question, change } = asked;
  return (
    <FilterBar>
      <SearchBox
        label="Search services"
        placeholder="Name, purpose, team…"
        longest={200}
        className={filterSearch}
        text={question.text ?? ''}
        onSearch={text => change({ text })}
      />
      <FacetSelect
        label="Team"
        all="All teams"
        choices={facets.teams}
        value={question.team}
        onChange={team => change({ team })}
      />
      <FacetSelect
        label="Environment"
        all="All environments"
        choices={facets.environments}
        value={question.environment}
        onChange={environment => change({ environment })}
      />
      <FacetSelect
        label="Type"
        all="All types"
        choices={facets.types}
        value={question.type}
        onChange={type => change({ type })}
      />
      {!replaces(columns, 'lifecycle') && (
        <FacetSelect
          label="Stage"
          all="All stages"
          choices={facets.lifecycles}
          value={question.lifecycle}
          onChange={lifecycle => change({ lifecycle })}
        />
      )}
      {columns.map(
        ({ id, filter }) =>
          filter && (
            <FacetSelect
              key={id}
              {...filter}
              choices={facets.facts?.[id] ?? []}
              value={chosenOf(question.facts, id)}
              onChange={value =>
                change({ facts: withChoice(question.facts, id, value) })
              }
            />
          ),
      )}
      <FilterToggles>
        <ToggleButton
          size="small"
          iconStart={<RiLockLine size={16} />}
          isSelected={question.locked ?? false}
          onChange={on => change({ locked: on || undefined })}
        >
          Locked only
        </ToggleButton>
        <ToggleButton
          size="small"
          iconStart={<RiUserLine size={16} />}
          isSelected={question.mine ?? false}
          onChange={mine => change({ mine })}
        >
          Mine
        </ToggleButton>
      </FilterToggles>
    </FilterBar>
  );
}
