import {
  Cell,
  CellText,
  ColumnConfig,
  Table,
  useBreakpoint,
} from '@backstage/ui';
import type { ServiceRow, ServicesPage } from '@sphera/plugin-services-common';
import type { ServiceColumn } from '@sphera/plugin-services-react';
import { useMemo } from 'react';
import { Environments } from './cells/Environments';
import { Owners } from './cells/Owners';
import { Stage } from './cells/Stage';
import { useEntityHref } from './cells/useEntityHref';
import { linksColumn } from './cells/linksColumn';
import { replaces } from './columns';
import { paginationOf } from './paging';
import styles from './ServicesTable.module.css';
import type { AskedQuestion } from './useQuestion';

type TableRow = ServiceRow & { id: string };

/** All services as a table, where the screen is wide enough for one. */
export function ServicesTable(props: {
  asked: AskedQuestion;
  /** Absent while it loads for the first time. */
  page?: ServicesPage;
  /** Whether the page answers an earlier question while this one is under way. */
  isStale: boolean;
  columns: ServiceColumn[];
}) {
  const { asked, page, isStale, columns } = props;
  const { question, change } = asked;
  const hrefOf = useEntityHref();
  const isRoomy = useBreakpoint().up('xl');
  const columnConfig = useMemo(() => {
    const isSaid = columns.some(one => one.namesEnvironments);
    const own = catalogColumns(hrefOf).filter(
      ({ id }) =>
        !replaces(columns, id) && (id !== 'environments' || isRoomy || !isSaid),
    );
    const contributed = columns.map(contributedColumn);
    return [...own, ...contributed, linksColumn];
    // The routes of an app stay; the function that asks them is made at every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [columns, isRoomy]);
  const data = useMemo(
    () => page?.items.map(row => ({ ...row, id: row.service })),
    [page],
  );
  return (
    <Table<TableRow>
      className={styles.table}
      columnConfig={columnConfig}
      data={data}
      isPending={!page}
      isStale={isStale}
      sort={{
        descriptor: {
          column: question.orderBy ?? 'name',
          direction: question.order === 'desc' ? 'descending' : 'ascending',
        },
        onSortChange: ({ column, direction }) =>
          change({
            orderBy: String(column),
            order: direction === 'descending' ? 'desc' : 'asc',
          }),
      }}
      pagination={page ? paginationOf(page, asked) : { type: 'none' }}
    />
  );
}

function catalogColumns(
  hrefOf: (ref: string) => string | undefined,
): ColumnConfig<TableRow>[] {
  return [
    {
      id: 'name',
      label: 'Service',
      isSortable: true,
      isRowHeader: true,
      defaultWidth: '3.5fr',
      minWidth: 172,
      cell: ({ service, title, purpose }) => (
        <CellText title={title} description={purpose} href={hrefOf(service)} />
      ),
    },
    {
      id: 'owner',
      label: 'Owner',
      isSortable: true,
      defaultWidth: '1.5fr',
      minWidth: 104,
      cell: ({ owners }) => (
        <Cell>
          <Owners owners={owners} />
        </Cell>
      ),
    },
    {
      id: 'type',
      label: 'Type',
      isSortable: true,
      defaultWidth: '1.5fr',
      minWidth: 124,
      cell: ({ type }) => <CellText title={type} />,
    },
    {
      id: 'lifecycle',
      label: 'Stage',
      isSortable: true,
      defaultWidth: '1fr',
      minWidth: 108,
      cell: ({ lifecycle }) => (
        <Cell>
          <Stage lifecycle={lifecycle} />
        </Cell>
      ),
    },
    {
      id: 'environments',
      label: 'Live in',
      isSortable: true,
      defaultWidth: '1.75fr',
      // Two places stand one below the other where it is narrow.
      minWidth: 104,
      cell: ({ environments }) => (
        <Cell>
          <Environments environments={environments} />
        </Cell>
      ),
    },
  ];
}

function contributedColumn(column: ServiceColumn): ColumnConfig<TableRow> {
  const { id, title, sortable, width, Cell: Content } = column;
  return {
    id,
    label: title,
    isSortable: sortable,
    defaultWidth: width ?? '2fr',
    minWidth: width ?? 132,
    cell: row => (
      <Cell>
        <Content row={row} />
      </Cell>
    ),
  };
}
