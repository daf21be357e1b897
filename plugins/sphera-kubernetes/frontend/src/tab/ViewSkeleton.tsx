import { Box, Flex, Skeleton } from '@backstage/ui';
import { sectionFrame } from '@sphera/plugin-operations-react';

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
        <Box key={card} bg="neutral" className={sectionFrame}>
          <Skeleton height={24} width="30%" />
          <Skeleton height={72} width="100%" />
        </Box>
      ))}
    </Flex>
  );
}
