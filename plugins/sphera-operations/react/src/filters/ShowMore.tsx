import { Button, Flex, Text } from '@backstage/ui';

/** The way to the next page of a list; nothing on the last. */
export function ShowMore(props: {
  /** How many are shown so far, like `50 of 120 services`. */
  shown: string;
  pages: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage(): unknown;
  };
}) {
  const { shown, pages } = props;
  if (!pages.hasNextPage) return null;
  return (
    <Flex align="center" gap="3">
      <Button
        variant="secondary"
        isPending={pages.isFetchingNextPage}
        onPress={() => pages.fetchNextPage()}
      >
        Show more
      </Button>
      <Text color="secondary">{shown}</Text>
    </Flex>
  );
}
