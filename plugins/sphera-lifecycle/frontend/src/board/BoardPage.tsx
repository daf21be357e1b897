import { Container, Flex } from '@backstage/ui';
import { listLifecycles } from '@sphera/plugin-lifecycle-common';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { Board } from './Board';
import { BoardFilters } from './BoardFilters';
import { useQuestion } from './useQuestion';

/** All services by the stage that they are in. */
export function BoardPage() {
  const asked = useQuestion();
  // The stages and how many are in each; the services of a stage are asked for by its column.
  const answer = useOperation(
    listLifecycles,
    { ...asked.question, limit: 1 },
    { keepPrevious: true },
  );
  const { data, error } = answer;
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          <BoardFilters asked={asked} />
          {error && (
            <FailedState
              what={data ? 'Newer life cycles' : 'Life cycles'}
              error={error}
              onRetry={() => answer.refetch()}
            />
          )}
          {(data || !error) && <Board asked={asked} answer={data} />}
        </Flex>
      </Container>
    </main>
  );
}
