import {
  ChoiceSelect,
  FilterBar,
  useOperation,
} from '@sphera/plugin-operations-react';
import { ROLLBACK_STATES } from '@sphera/plugin-rollback-common';
import { listServices } from '@sphera/plugin-services-common';
import { EnvironmentSelect } from '@sphera/plugin-services-react';
import type { AskedQuestion } from './useQuestion';

// As many as a list answers at once; what an address names besides stays on offer.
const MOST_SERVICES = 200;

const STATES = [
  { id: 'running', label: 'Under way' },
  { id: 'done', label: 'Done' },
  { id: 'failed', label: 'Failed' },
  { id: 'cancelled', label: 'Cancelled' },
];

/** Narrows the list to a service, an environment, a state. */
export function RollbackFilters(props: { asked: AskedQuestion }) {
  const { question, change } = props.asked;
  const services = useOperation(listServices, { limit: MOST_SERVICES });
  return (
    <FilterBar few>
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
      <EnvironmentSelect
        value={question.environment}
        onChange={environment => change({ environment })}
      />
      <ChoiceSelect
        label="State"
        all="Any state"
        choices={STATES}
        value={question.state}
        onChange={value =>
          change({ state: ROLLBACK_STATES.find(state => state === value) })
        }
      />
    </FilterBar>
  );
}
