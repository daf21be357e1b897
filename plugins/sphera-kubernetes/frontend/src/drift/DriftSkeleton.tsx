import { Box, Flex, Skeleton } from '@backstage/ui';
import styles from './DriftOfService.module.css';

/** Cards where drift is about to be. */
export function DriftSkeleton() {
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label="Drift is loading"
    >
      {[0, 1, 2].map(card => (
        <Box key={card} bg="neutral" className={styles.service}>
          <Skeleton height={88} width="100%" />
        </Box>
      ))}
    </Flex>
  );
}
