import type { listFlags } from '@sphera/plugin-flags-common';
import {
  countOf,
  Found,
  NoneMatches,
  ShowMore,
  type useOperationPages,
} from '@sphera/plugin-operations-react';
import { FlagsMatrix } from '../matrix/FlagsMatrix';
import { NoFlags } from './NoFlags';
import { isFiltered, toggled } from './question';
import { StateCounts } from './StateCounts';
import type { AskedQuestion } from './useQuestion';

/** The flags that were asked for: how they stand, and where. */
export function FlagsFound(props: {
  asked: AskedQuestion;
  pages: ReturnType<typeof useOperationPages<typeof listFlags>>;
  /** The service whose page this is on, entity ref; absent: it is about all. */
  service?: string;
}) {
  const { asked, pages, service } = props;
  const { question, change } = asked;
  const [first] = pages.data?.pages ?? [];
  const total = first?.totalItems;
  const filtered = isFiltered(question);
  if (total === 0 && !filtered) return <NoFlags service={service} />;
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  const count =
    total === undefined ? undefined : countOf(total, 'flag', 'flags');
  return (
    <>
      {first && <StateCounts asked={asked} counts={first.counts} />}
      <Found count={count} isFiltered={filtered} onClear={asked.clear} />
      {total === 0 ? (
        <NoneMatches title="No flag is like this" onClear={asked.clear} />
      ) : (
        <FlagsMatrix
          rows={rows}
          clusters={first?.clusters}
          opened={question.open}
          onToggle={place => change({ open: toggled(question.open, place) })}
          isOfOneService={Boolean(service)}
          isStale={pages.isPlaceholderData}
        >
          {pages.hasNextPage && (
            <ShowMore shown={`${rows?.length} of ${count}`} pages={pages} />
          )}
        </FlagsMatrix>
      )}
    </>
  );
}
