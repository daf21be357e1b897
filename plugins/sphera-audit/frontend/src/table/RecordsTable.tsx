import { Cell, CellText, ColumnConfig, Table } from '@backstage/ui';
import type { AuditRecord } from '@sphera/plugin-audit-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { useMemo } from 'react';
import { deedInWords } from '../words/deed';
import { doorInWords } from '../words/doors';
import { OutcomeMark } from './OutcomeMark';
import type { Paging } from './usePaging';
import { Place } from './Place';
import styles from './RecordsTable.module.css';
import { Who } from './Who';

/** Actions as a table, a row each, the newest first. */
export function RecordsTable(props: {
  /** Absent while they load for the first time. */
  records?: AuditRecord[];
  /** Whether they answer an earlier question. */
  isStale: boolean;
  paging: Paging;
  withoutService?: boolean;
  onOpen(record: AuditRecord): void;
}) {
  const { records, isStale, paging, withoutService, onOpen } = props;
  const columns = useMemo(() => columnsOf(withoutService), [withoutService]);
  return (
    <Table<AuditRecord>
      className={styles.table}
      columnConfig={columns}
      data={records}
      isPending={!records}
      isStale={isStale}
      rowConfig={{ onClick: onOpen }}
      pagination={paging}
    />
  );
}

function columnsOf(withoutService = false): ColumnConfig<AuditRecord>[] {
  return [
    {
      id: 'when',
      label: 'When',
      defaultWidth: '1.2fr',
      minWidth: 128,
      cell: record => (
        <Cell>
          <TimeAgo time={record.occurredAt} />
        </Cell>
      ),
    },
    {
      id: 'who',
      label: 'Who',
      defaultWidth: '1.5fr',
      minWidth: 144,
      cell: record => (
        <Cell>
          <Who record={record} />
        </Cell>
      ),
    },
    {
      id: 'what',
      label: 'What',
      isRowHeader: true,
      defaultWidth: '3fr',
      minWidth: 200,
      cell: record => (
        <CellText
          title={deedInWords(record)}
          description={record.error ?? record.reason}
        />
      ),
    },
    {
      id: 'place',
      label: withoutService ? 'Where' : 'On what',
      defaultWidth: '1.5fr',
      minWidth: 128,
      cell: record => (
        <Cell>
          <Place record={record} isServiceKnown={withoutService} />
        </Cell>
      ),
    },
    {
      id: 'outcome',
      label: 'Outcome',
      defaultWidth: '1.2fr',
      minWidth: 136,
      cell: record => (
        <Cell>
          <OutcomeMark record={record} />
        </Cell>
      ),
    },
    {
      id: 'door',
      label: 'From',
      defaultWidth: '1fr',
      minWidth: 136,
      cell: record => <CellText title={doorInWords(record.door)} />,
    },
  ];
}
