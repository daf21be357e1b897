import { Container, Flex } from '@backstage/ui';
import { useAddressQuestion } from '@sphera/plugin-operations-react';
import { HoldsPage } from './list/HoldsPage';
import { questionInAddress } from './list/question';
import { RepositoryPage } from './repository/RepositoryPage';

/** All repositories, or the one that the address names: statuses on GitHub lead there. */
export function MergesPage() {
  const asked = useAddressQuestion(questionInAddress);
  const { repository } = asked.question;
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          {repository ? (
            <RepositoryPage key={repository} repository={repository} />
          ) : (
            <HoldsPage asked={asked} />
          )}
        </Flex>
      </Container>
    </main>
  );
}
