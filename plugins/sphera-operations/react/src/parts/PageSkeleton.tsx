import { Container, Flex, Skeleton } from '@backstage/ui';

/** Where a page is about to be. */
export function PageSkeleton(props: {
  /** What loads, as the start of a sentence. */
  what: string;
}) {
  return (
    <Container>
      <Flex
        direction="column"
        gap="4"
        pt="2"
        role="status"
        aria-label={`${props.what} is loading`}
      >
        <Skeleton height={32} width="40%" />
        <Skeleton height={240} width="100%" />
      </Flex>
    </Container>
  );
}
