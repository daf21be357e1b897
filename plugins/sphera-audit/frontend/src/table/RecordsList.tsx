import { Button, Flex, TablePagination, Text } from '@backstage/ui';
import type { AuditRecord } from '@sphera/plugin-audit-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { deedInWords } from '../words/deed';
import { OutcomeMark } from './OutcomeMark';
import { Place } from './Place';
import styles from './RecordsList.module.css';
import type { Paging } from './usePaging';
import { Who } from './Who';

/** Actions as a list, where the screen is too narrow for a table. */
export function RecordsList(props: {
  records: AuditRecord[];
  paging: Paging;
  onOpen(record: AuditRecord): void;
}) {
  const { records, paging, onOpen } = props;
  return (
    <>
      <ul className={styles.list} aria-label="Actions">
        {records.map(record => (
          <li key={record.id} className={styles.item}>
            <Flex justify="between" align="center" gap="2">
              <Who record={record} />
              <Text variant="body-small" color="secondary">
                <TimeAgo time={record.occurredAt} />
              </Text>
            </Flex>
            <Text weight="bold">{deedInWords(record)}</Text>
            {(record.error ?? record.reason) && (
              <Text color="secondary" variant="body-small">
                {record.error ?? record.reason}
              </Text>
            )}
            <div>
              <Place record={record} />
            </div>
            <Flex justify="between" align="center" gap="2">
              <OutcomeMark record={record} />
              <Button
                size="small"
                variant="tertiary"
                aria-label={`Open: ${deedInWords(record)}`}
                onPress={() => onOpen(record)}
              >
                Open
              </Button>
            </Flex>
          </li>
        ))}
      </ul>
      {paging.type === 'page' && <TablePagination {...paging} />}
    </>
  );
}
