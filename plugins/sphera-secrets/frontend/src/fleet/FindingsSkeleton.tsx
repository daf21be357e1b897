import { Flex, Skeleton } from '@backstage/ui';

/** Cards where findings are about to be. */
export function FindingsSkeleton() {
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label="Findings are loading"
    >
      {[0, 1, 2].map(card => (
        <Skeleton key={card} height={112} width="100%" />
      ))}
    </Flex>
  );
}
