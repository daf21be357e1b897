import { Text } from '@backstage/ui';
import { listSetAside } from '@sphera/plugin-flags-common';
import {
  asSentence,
  countOf,
  exactly,
  FactsTable,
  FailedState,
  sentenceCell,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import styles from './agents.module.css';

const PAGE_SIZE = 20;

/** Messages that could not be read, folded; nothing where there is none. */
export function MessagesKeptAside(props: { count: number }) {
  const { count } = props;
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details
      className={styles.aside}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        {countOf(count, 'message', 'messages')} that could not be read
      </summary>
      {isOpen && <Messages />}
    </details>
  );
}

function Messages() {
  const pages = useOperationPages(listSetAside, { limit: PAGE_SIZE });
  const items = pages.data?.pages.flatMap(page => page.items) ?? [];
  const total = pages.data?.pages[0].totalItems;
  return (
    <div className={styles.messages}>
      <Text as="p" color="secondary">
        They were kept aside, and the rest flowed on.
      </Text>
      {pages.isError && (
        <FailedState
          what="Messages"
          error={pages.error}
          onRetry={() => pages.refetch()}
        />
      )}
      {items.length > 0 && (
        <FactsTable
          label="Messages kept aside"
          columns={['When', 'Reason', 'Where', 'How it begins']}
          rows={items.map(one => ({
            key: one.id,
            cells: [
              exactly(one.at),
              <span className={sentenceCell}>{asSentence(one.reason)}</span>,
              `${one.topic}, ${one.partition}, ${one.offset}`,
              <code className={styles.text}>{one.text}</code>,
            ],
          }))}
        />
      )}
      <ShowMore shown={`${items.length} of ${total}`} pages={pages} />
    </div>
  );
}
