import { Container, Flex, useBreakpoint } from '@backstage/ui';
import { withoutRemote } from '@sphera/plugin-fleet-common';
import { listServiceDeployments } from '@sphera/plugin-kubernetes-common';
import {
  countOf,
  FailedState,
  Found,
  NoneMatches,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { useMemo } from 'react';
import { useFleet, useTeams } from '@sphera/plugin-services-react';
import { ClustersStrip } from '../clusters/ClustersStrip';
import { useClusters, useClusterStates } from '../clusters/useClusters';
import { columnGroups } from './columns';
import { MatrixFilters } from './MatrixFilters';
import { MatrixList } from './MatrixList';
import { MatrixTable } from './MatrixTable';
import { NoDeployments } from './NoDeployments';
import { isFiltered } from './question';
import { AskedQuestion, useQuestion } from './useQuestion';
import { useOwnersInWords } from './useOwnersInWords';
import { useSteadyRows } from './useSteadyRows';

const PAGE_SIZE = 50;

/** What runs where: every service in every cluster. */
export function RunningPage() {
  const asked = useQuestion();
  const clusters = useClusters();
  const teams = useTeams();
  const pages = useOperationPages(
    listServiceDeployments,
    { ...asked.question, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="4">
          <ClustersStrip clusters={clusters ?? []} />
          <MatrixFilters asked={asked} teams={teams} />
          {pages.isError && (
            <FailedState
              what={pages.data ? 'Newer facts' : 'Deployments'}
              error={pages.error}
              onRetry={() => pages.refetch()}
            />
          )}
          {(pages.data || !pages.isError) && (
            <Running
              asked={asked}
              pages={pages}
              clusters={clusters}
              teams={teams}
            />
          )}
        </Flex>
      </Container>
    </main>
  );
}

function Running(props: {
  asked: AskedQuestion;
  pages: ReturnType<typeof useOperationPages<typeof listServiceDeployments>>;
  clusters: ReturnType<typeof useClusters>;
  teams: ReturnType<typeof useTeams>;
}) {
  const { asked, pages, clusters, teams } = props;
  const { environment } = asked.question;
  const fleet = useFleet();
  const states = useClusterStates(clusters);
  const groups = useMemo(
    () => columnGroups(fleet, states, environment),
    [fleet, states, environment],
  );
  const rows = useSteadyRows(pages.data?.pages);
  const ownersInWords = useOwnersInWords(teams);
  const isNarrow = useBreakpoint().down('md');
  const total = pages.data?.pages[0].totalItems;
  const services =
    total === undefined ? undefined : countOf(total, 'service', 'services');
  const filtered = isFiltered(asked.question);
  if (total === 0 && !filtered) {
    return <NoDeployments clusters={withoutRemote(fleet).clusters.length} />;
  }
  const Matrix = isNarrow ? MatrixList : MatrixTable;
  return (
    <>
      <Found count={services} isFiltered={filtered} onClear={asked.clear} />
      {total === 0 ? (
        <NoneMatches title="No service matches" onClear={asked.clear} />
      ) : (
        <Matrix
          rows={rows}
          groups={groups}
          ownersInWords={ownersInWords}
          isStale={pages.isPlaceholderData}
        >
          {pages.hasNextPage && (
            <ShowMore shown={`${rows?.length} of ${services}`} pages={pages} />
          )}
        </Matrix>
      )}
    </>
  );
}
