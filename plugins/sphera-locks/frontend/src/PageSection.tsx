import { Container, Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';

/** A page below its tabs: what it says in one line, what one can do, and the rest. */
export function PageSection(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="4" pb="8">
          <Flex
            justify="between"
            align="center"
            gap="3"
            style={{ flexWrap: 'wrap', minHeight: 'var(--bui-space-9)' }}
          >
            <div role="status">
              <Text as="h2" variant="title-small" weight="bold">
                {props.title}
              </Text>
            </div>
            {props.actions}
          </Flex>
          {props.children}
        </Flex>
      </Container>
    </main>
  );
}
