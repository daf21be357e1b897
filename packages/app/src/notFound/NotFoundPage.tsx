import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import { ButtonLink, Container, Flex, Text } from '@backstage/ui';
import { Mark } from '../brand/Mark';

/** What an address without a page shows. */
export function NotFoundPage() {
  return (
    <Container>
      <Flex direction="column" align="center" gap="4" py="14">
        <Mark size={72} />
        <Text as="h1" variant="title-small" weight="bold">
          There is no page here
        </Text>
        <Text color="secondary">
          The address may be mistyped, or what it showed is gone.
        </Text>
        <ButtonLink href="/" variant="primary">
          Go home
        </ButtonLink>
      </Flex>
    </Container>
  );
}

/** Takes the place of Backstage's own. */
export const notFoundPage = SwappableComponentBlueprint.make({
  name: 'core-not-found-error-page',
  params: define =>
    define({ component: NotFoundErrorPage, loader: () => NotFoundPage }),
});
