import { Box, Flex, Skeleton } from '@backstage/ui';
import styles from './Section.module.css';

/** Cards where something is about to be. */
export function ViewSkeleton(props: { what: string }) {
  return (
    <Flex
      direction="column"
      gap="4"
      role="status"
      aria-label={`${props.what} are loading`}
    >
      {[1, 2, 3].map(card => (
        <Box key={card} bg="neutral" className={styles.section}>
          <Skeleton height={24} width="30%" />
          <Skeleton height={72} width="100%" />
        </Box>
      ))}
    </Flex>
  );
}
