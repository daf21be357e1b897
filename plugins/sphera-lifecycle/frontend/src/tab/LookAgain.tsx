import { Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { refreshFacts } from '@sphera/plugin-lifecycle-common';
import {
  OperationButton,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import styles from './tab.module.css';

/** Has every source look at the service again. */
export function LookAgain({ service }: { service: string }) {
  const looking = useOperationMutation(refreshFacts);
  return (
    <div className={styles.look}>
      <Text color="secondary" role="status">
        {looking.isPending && 'Every source looks again…'}
        {looking.isSuccess && 'Every source was asked.'}
      </Text>
      <OperationButton
        operation={refreshFacts}
        target={{ service }}
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine size={16} />}
        isPending={looking.isPending}
        onPress={() => looking.mutate({ service })}
      >
        Look again
      </OperationButton>
    </div>
  );
}
