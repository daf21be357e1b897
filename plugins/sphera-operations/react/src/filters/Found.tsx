import { Button, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import styles from './Found.module.css';

/** How many there are, and the way back to all of them. */
export function Found(props: {
  /** Like `12 services`; absent while it is not known yet. */
  count?: string;
  isFiltered: boolean;
  onClear(): void;
}) {
  const { count, isFiltered, onClear } = props;
  return (
    <div className={styles.found}>
      <Text color="secondary" role="status">
        {count}
      </Text>
      {isFiltered && (
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiCloseLine size={16} />}
          onPress={onClear}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

/** `1 service`, `1,200 services`. */
export function countOf(total: number, one: string, many: string): string {
  return total === 1 ? `1 ${one}` : `${total.toLocaleString('en')} ${many}`;
}
