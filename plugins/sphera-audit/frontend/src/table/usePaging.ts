import type { TablePaginationType } from '@backstage/ui';
import type { OutputOf } from '@sphera/plugin-operations-common';
import type { listEvents } from '@sphera/plugin-audit-common';
import { useRef } from 'react';
import type { AskedQuestion } from '../search/useQuestion';

/** How many actions a page of the log has. */
export const PAGE_SIZE = 50;

/** How to turn pages. */
export type Paging = TablePaginationType;

/**
 * Turns pages by cursors. The log only tells the way to older pages; the way back
 * is remembered, and from a page that was opened by its address leads to the newest.
 */
export function usePaging(
  asked: AskedQuestion,
  page: OutputOf<typeof listEvents> | undefined,
): Paging {
  const { question, change } = asked;
  const cameFrom = useRef(new Map<string, string | undefined>());
  const { cursor } = question;
  if (!page || (!page.nextCursor && !cursor)) return { type: 'none' };
  const { nextCursor, totalItems, items } = page;
  return {
    type: 'page',
    pageSize: PAGE_SIZE,
    pageSizeOptions: [],
    showPageSizeOptions: false,
    totalCount: totalItems,
    hasNextPage: nextCursor !== undefined,
    hasPreviousPage: cursor !== undefined,
    getLabel: () =>
      `${items.length.toLocaleString('en')} of ${totalItems.toLocaleString(
        'en',
      )} shown`,
    onNextPage: () => {
      if (!nextCursor) return;
      cameFrom.current.set(nextCursor, cursor);
      change({ cursor: nextCursor });
    },
    onPreviousPage: () =>
      change({ cursor: cursor && cameFrom.current.get(cursor) }),
  };
}
