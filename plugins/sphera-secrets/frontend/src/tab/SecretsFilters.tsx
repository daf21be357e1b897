import { ToggleButton } from '@backstage/ui';
import { RiGitBranchLine } from '@remixicon/react';
import {
  ChoiceSelect,
  FilterBar,
  filterSearch,
  FilterToggles,
  SearchBox,
} from '@sphera/plugin-operations-react';
import type { PlaceGroup } from '../parts/placeGroups';
import type { TabAddress } from './useTabAddress';

/** Search and filters of the matrix. */
export function SecretsFilters(props: {
  address: TabAddress;
  /** Of every environment that keeps secrets. */
  groups: PlaceGroup[];
}) {
  const { question, ask } = props.address;
  return (
    <FilterBar>
      <SearchBox
        label="Search secrets"
        placeholder="Name or description…"
        longest={200}
        className={filterSearch}
        text={question.text ?? ''}
        onSearch={text => ask({ text })}
      />
      <ChoiceSelect
        label="Environment"
        all="All environments"
        choices={props.groups.map(({ environment, title }) => ({
          id: environment,
          label: title,
        }))}
        value={question.environment}
        onChange={environment => ask({ environment })}
      />
      <FilterToggles>
        <ToggleButton
          size="small"
          iconStart={<RiGitBranchLine size={16} />}
          isSelected={question.only === 'drift'}
          onChange={on => ask({ only: on ? 'drift' : undefined })}
        >
          Only drift
        </ToggleButton>
      </FilterToggles>
    </FilterBar>
  );
}
