import { Alert } from '@backstage/ui';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { listSecrets, SecretRow } from '@sphera/plugin-secrets-common';
import type { PlaceGroup } from '../../parts/placeGroups';
import type { Question, Selection } from '../address';
import { DetailsHead } from './DetailsHead';
import { EnvironmentPlaces } from './EnvironmentPlaces';

const LONGEST_SEARCH = 200;
const MOST_ALIKE = 200;

/** One secret closely, live: how it is in every place, and what can be done about it. */
export function SecretDetails(props: {
  service: string;
  selection: Selection;
  /** As the list has it, if it is on it; until more is known. */
  known?: SecretRow;
  /** Every environment, whatever the list is filtered by. */
  groups: PlaceGroup[];
  question: Question;
  onClose(): void;
}) {
  const { service, selection, known, groups, question, onClose } = props;
  const { name, place } = selection;
  const found = useOperation(listSecrets, {
    service,
    text: name.slice(0, LONGEST_SEARCH),
    limit: MOST_ALIKE,
  });
  const row = found.data
    ? found.data.items.find(one => one.name === name)
    : known;
  return (
    <>
      <DetailsHead service={service} name={name} row={row} onClose={onClose} />
      {found.error && (
        <FailedState
          what={row ? 'Newer facts' : 'Details'}
          error={found.error}
          onRetry={() => found.refetch()}
        />
      )}
      {found.data && !row && (
        <Alert
          status="warning"
          icon
          title={`${name} is not there`}
          description="This service has no such secret in any place that is seen, or has none any more. Choose another one."
        />
      )}
      {row &&
        groups.map(group => (
          <EnvironmentPlaces
            key={group.environment}
            service={service}
            row={row}
            group={group}
            question={question}
            opened={place}
          />
        ))}
    </>
  );
}
