import { Button, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { isFiltered } from '../question';
import type { AskedQuestion } from '../useQuestion';
import styles from './Found.module.css';

/** How many services the filters leave, and the way back to all of them. */
export function Found(props: {
  asked: AskedQuestion;
  /** Absent while it is not known yet. */
  total?: number;
}) {
  const { asked, total } = props;
  return (
    <div className={styles.found}>
      <Text color="secondary" role="status">
        {total !== undefined && countOf(total)}
      </Text>
      {isFiltered(asked.question) && (
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiCloseLine size={16} />}
          onPress={asked.clear}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}

function countOf(total: number): string {
  return total === 1 ? '1 service' : `${total.toLocaleString('en')} services`;
}
