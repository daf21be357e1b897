import { Container, Flex } from '@backstage/ui';
import { getMessaging } from '@sphera/plugin-flags-common';
import { useOperation } from '@sphera/plugin-operations-react';
import { FlagsNavigation } from '../parts/FlagsNavigation';
import { MessagingBanner } from '../parts/MessagingBanner';
import { AgentsSection } from './AgentsSection';
import { MessagesKeptAside } from './MessagesKeptAside';

/** The clusters that flags are sent to: which are heard, and what is the matter with those that are not. */
export function ClustersPage() {
  const messaging = useOperation(getMessaging, {});
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <FlagsNavigation at="clusters" />
          <MessagingBanner />
          <AgentsSection />
          <MessagesKeptAside count={messaging.data?.setAside ?? 0} />
        </Flex>
      </Container>
    </main>
  );
}
