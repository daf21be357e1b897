import { Flex, Skeleton } from '@backstage/ui';
import { RiCheckDoubleLine } from '@remixicon/react';
import type { listDrift } from '@sphera/plugin-flags-common';
import {
  countOf,
  EmptyState,
  Found,
  NoneMatches,
  ShowMore,
  type useOperationPages,
} from '@sphera/plugin-operations-react';
import { byFlag } from './byFlag';
import { FlagDriftCard } from './FlagDriftCard';
import { isFiltered } from './question';
import type { AskedQuestion } from './useQuestion';

/** The drift that was asked for, by flag. */
export function DriftFound(props: {
  asked: AskedQuestion;
  pages: ReturnType<typeof useOperationPages<typeof listDrift>>;
}) {
  const { asked, pages } = props;
  if (!pages.data) return <DriftSkeleton />;
  const total = pages.data.pages[0].totalItems;
  const filtered = isFiltered(asked.question);
  if (total === 0 && !filtered) return <NoDrift />;
  const items = pages.data.pages.flatMap(page => page.items);
  const differences = countOf(total, 'difference', 'differences');
  return (
    <>
      <Found count={differences} isFiltered={filtered} onClear={asked.clear} />
      {total === 0 && (
        <NoneMatches title="Nothing drifts like this" onClear={asked.clear} />
      )}
      {byFlag(items).map(one => (
        <FlagDriftCard key={one.flag} of={one} />
      ))}
      <ShowMore shown={`${items.length} of ${differences}`} pages={pages} />
    </>
  );
}

function NoDrift() {
  return (
    <EmptyState
      icon={
        <RiCheckDoubleLine
          size={32}
          color="var(--bui-fg-positive)"
          aria-hidden
        />
      }
      title="Nothing drifts"
      description="Every cluster that is heard has what is wanted of it, and clusters of one environment agree."
    />
  );
}

function DriftSkeleton() {
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label="Drift is loading"
    >
      {[0, 1, 2].map(card => (
        <Skeleton key={card} height={120} width="100%" />
      ))}
    </Flex>
  );
}
