import { Link, Skeleton, Text } from '@backstage/ui';
import {
  Actor,
  FactsTable,
  FailedState,
  Section,
  sentenceCell,
  TimeAgo,
  useOperation,
} from '@sphera/plugin-operations-react';
import { listRollbacks } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { environmentInWords } from '../parts/placeWords';
import { StateMark } from '../parts/StateMark';
import { useRollbackLinks } from '../parts/useRollbackLinks';

const MOST_SHOWN = 5;

/** The last rollbacks of a service; nothing where there was none. */
export function LatestRollbacks(props: {
  /** Entity ref. */
  service: string;
}) {
  const { service } = props;
  const fleet = useFleet();
  const links = useRollbackLinks();
  const rollbacks = useOperation(listRollbacks, { service, limit: MOST_SHOWN });
  const { data, error } = rollbacks;
  if (error && !data) {
    return (
      <FailedState
        what="Rollbacks"
        error={error}
        onRetry={() => rollbacks.refetch()}
      />
    );
  }
  if (!data) return <Skeleton height={96} width="100%" />;
  return (
    <Section
      title="Rollbacks"
      actions={<Link href={links.toRollbacks()}>All rollbacks</Link>}
    >
      {data.items.length === 0 ? (
        <Text color="secondary">This service was never rolled back.</Text>
      ) : (
        <FactsTable
          label="Latest rollbacks"
          columns={['Versions', 'State', 'Environment', 'By', 'Reason']}
          rows={data.items.map(one => ({
            key: one.id,
            cells: [
              <Link href={links.toRollback(one.id)}>
                {one.from} → {one.version}
              </Link>,
              <StateMark state={one.state} />,
              environmentInWords(fleet, one.environment),
              <>
                <Actor actor={one.startedBy} />,{' '}
                <TimeAgo time={one.startedAt} />
              </>,
              <span className={sentenceCell}>{one.reason}</span>,
            ],
          }))}
        />
      )}
    </Section>
  );
}
