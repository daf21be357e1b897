import { ButtonIcon, SearchField, Text } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { KeyboardEvent } from 'react';
import styles from './LogsPanel.module.css';
import { LogSearch } from './useLogSearch';

const LONGEST = 200;

/** Searches in a log: Enter goes to the next match, Shift and Enter to the one before. */
export function LogSearchField(props: { search: LogSearch }) {
  const { search } = props;
  const { words, total, position } = search;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search.go(event.shiftKey ? -1 : 1);
  };
  return (
    <div className={styles.search}>
      <SearchField
        aria-label="Search in the log"
        placeholder="Search"
        size="small"
        maxLength={LONGEST}
        value={words}
        onChange={search.change}
        onKeyDown={onKeyDown}
      />
      {words && (
        <>
          <Text color="secondary" role="status" className={styles.found}>
            {foundInWords(total, position)}
          </Text>
          <ButtonIcon
            aria-label="Previous match"
            size="small"
            variant="tertiary"
            icon={<RiArrowUpSLine />}
            isDisabled={total === 0}
            onPress={() => search.go(-1)}
          />
          <ButtonIcon
            aria-label="Next match"
            size="small"
            variant="tertiary"
            icon={<RiArrowDownSLine />}
            isDisabled={total === 0}
            onPress={() => search.go(1)}
          />
        </>
      )}
    </div>
  );
}

function foundInWords(total: number, position: number): string {
  if (total === 0) return 'Not found';
  if (position > 0) return `${position} of ${total}`;
  return total === 1 ? '1 match' : `${total} matches`;
}
