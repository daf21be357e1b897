import { Flex, Skeleton } from '@backstage/ui';

/** Rows where a list is about to be. */
export function ListSkeleton(props: { what: string }) {
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-label={`${props.what} are loading`}
    >
      {[0, 1, 2].map(row => (
        <Skeleton key={row} height={84} width="100%" />
      ))}
    </Flex>
  );
}
