import { Flex, Skeleton } from '@backstage/ui';

/** Where repositories are about to be listed. */
export function ListSkeleton() {
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label="Repositories are loading"
    >
      <Skeleton height={56} width="100%" />
      <Skeleton height={56} width="100%" />
      <Skeleton height={56} width="100%" />
    </Flex>
  );
}
