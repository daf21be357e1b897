import {
  ChoiceSelect,
  FilterBar,
  useOperation,
} from '@sphera/plugin-operations-react';
import { listServices } from '@sphera/plugin-services-common';
import { EnvironmentSelect, useFleet } from '@sphera/plugin-services-react';
import type { AskedQuestion } from './useQuestion';

// As many as a list answers at once; what an address names besides stays on offer.
const MOST_SERVICES = 200;

/** Narrows drift to a service, an environment, a cluster. */
export function DriftFilters(props: { asked: AskedQuestion }) {
  const { question, change } = props.asked;
  const { clusters } = useFleet();
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
        onChange={environment => change({ environment, cluster: undefined })}
      />
      <ChoiceSelect
        label="Cluster"
        all="All clusters"
        choices={clusters
          .filter(
            ({ environment }) =>
              !question.environment || environment === question.environment,
          )
          .map(({ name }) => ({ id: name, label: name }))}
        value={question.cluster}
        onChange={cluster => change({ cluster })}
      />
    </FilterBar>
  );
}
