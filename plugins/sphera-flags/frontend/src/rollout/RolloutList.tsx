import { Link } from '@backstage/ui';
import { type Flag, listRollouts } from '@sphera/plugin-flags-common';
import {
  Actor,
  countOf,
  FactsTable,
  FailedState,
  Section,
  sentenceCell,
  ShowMore,
  TimeAgo,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { useFlagLinks } from '../parts/useFlagLinks';
import { RolloutMark } from './RolloutMark';

const PAGE_SIZE = 10;

/** The roll-outs of a flag, the newest first. Nothing where there never was one. */
export function RolloutList(props: { flag: Pick<Flag, 'flag'> }) {
  const { flag } = props.flag;
  const links = useFlagLinks();
  const pages = useOperationPages(listRollouts, { flag, limit: PAGE_SIZE });
  const { data, error } = pages;
  const rollouts = data?.pages.flatMap(({ items }) => items) ?? [];
  if (rollouts.length === 0 && !error) return null;
  const count = countOf(
    data?.pages[0].totalItems ?? 0,
    'roll-out',
    'roll-outs',
  );
  return (
    <Section title="Roll-outs" note={data && count}>
      {error && (
        <FailedState
          what={data ? 'Newer roll-outs' : 'Roll-outs'}
          error={error}
          onRetry={() => pages.refetch()}
        />
      )}
      {rollouts.length > 0 && (
        <FactsTable
          label="Roll-outs"
          columns={['Value', 'State', 'Started', 'By', 'Reason']}
          rows={rollouts.map(one => ({
            key: one.id,
            cells: [
              <Link href={links.toRollout(one.id)}>{one.value}</Link>,
              <RolloutMark state={one.state} />,
              <TimeAgo time={one.startedAt} />,
              <Actor actor={one.startedBy.ref} />,
              <span className={sentenceCell}>{one.reason}</span>,
            ],
          }))}
        />
      )}
      <ShowMore shown={`${rollouts.length} of ${count}`} pages={pages} />
    </Section>
  );
}
