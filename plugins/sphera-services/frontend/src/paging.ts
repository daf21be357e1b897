import type { TablePaginationProps } from '@backstage/ui';
import type { ServicesPage } from '@sphera/plugin-services-common';
import { PAGE_SIZES } from './question';
import type { AskedQuestion } from './useQuestion';

const SIZES = [...PAGE_SIZES].sort((a, b) => a - b);

/** How to page through the services from this page on. */
export function paginationOf(
  page: ServicesPage,
  { question, change }: AskedQuestion,
): TablePaginationProps & { type: 'page' } {
  const { offset, totalItems, nextCursor, previousCursor } = page;
  const limit = question.limit ?? PAGE_SIZES[0];
  return {
    type: 'page',
    pageSize: limit,
    pageSizeOptions: SIZES,
    showPageSizeOptions: totalItems > SIZES[0],
    offset,
    totalCount: totalItems,
    hasNextPage: nextCursor !== undefined,
    hasPreviousPage: previousCursor !== undefined,
    onNextPage: () => change({ cursor: nextCursor }),
    onPreviousPage: () =>
      // The first page needs no cursor, and its address looks better without.
      change({ cursor: offset <= limit ? undefined : previousCursor }),
    onPageSizeChange: size => change({ limit: size }),
  };
}
