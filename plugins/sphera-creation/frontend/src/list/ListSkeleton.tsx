import { Flex, Skeleton } from '@backstage/ui';

/** Where creations are about to be listed. */
export function ListSkeleton() {
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label="Creations are loading"
    >
      <Skeleton height={64} width="100%" />
      <Skeleton height={64} width="100%" />
      <Skeleton height={64} width="100%" />
    </Flex>
  );
}
