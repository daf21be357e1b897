import { Skeleton, useBreakpoint } from '@backstage/ui';
import { RiServerLine } from '@remixicon/react';
import { type Agent, listAgents } from '@sphera/plugin-flags-common';
import {
  countOf,
  EmptyState,
  FailedState,
  FilterBar,
  Section,
  ShowMore,
  useAddressQuestion,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { EnvironmentSelect } from '@sphera/plugin-services-react';
import { AgentsList } from './AgentsList';
import { AgentsTable } from './AgentsTable';
import { agentsInWords } from './agentWords';

const PAGE_SIZE = 100;

interface Question {
  environment?: string;
}

const inAddress = {
  read: (query: URLSearchParams): Question => ({
    environment: query.get('environment') || undefined,
  }),
  write: ({ environment }: Question) =>
    new URLSearchParams(environment ? { environment } : {}),
  cleared: (): Question => ({}),
};

/** Each cluster: when it was heard, what it holds, what keeps it from following. */
export function AgentsSection() {
  const { question, change } = useAddressQuestion(inAddress);
  const pages = useOperationPages(
    listAgents,
    { ...question, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const { data, error } = pages;
  const agents = data?.pages.flatMap(({ items }) => items) ?? [];
  const total = data?.pages[0].totalItems ?? 0;
  if (data && total === 0 && !question.environment) return <NoClusters />;
  const clusters = countOf(total, 'cluster', 'clusters');
  return (
    <>
      <FilterBar few>
        <EnvironmentSelect
          value={question.environment}
          onChange={environment => change({ environment })}
        />
      </FilterBar>
      {error && (
        <FailedState
          what={data ? 'Newer facts' : 'Clusters'}
          error={error}
          onRetry={() => pages.refetch()}
        />
      )}
      {!data && !error && (
        <div role="status" aria-label="Clusters are loading">
          <Skeleton height={240} width="100%" />
        </div>
      )}
      {data && (
        <Section
          title={clusters}
          note={
            // Of some of them alone it would mislead.
            pages.hasNextPage ? undefined : agentsInWords(agents)
          }
        >
          <Agents agents={agents} />
          <ShowMore shown={`${agents.length} of ${clusters}`} pages={pages} />
        </Section>
      )}
    </>
  );
}

function Agents(props: { agents: readonly Agent[] }) {
  const isNarrow = useBreakpoint().down('md');
  return isNarrow ? <AgentsList {...props} /> : <AgentsTable {...props} />;
}

function NoClusters() {
  return (
    <EmptyState
      icon={<RiServerLine size={32} aria-hidden />}
      title="Flags are sent to no cluster yet"
      description="The clusters are those of the fleet’s configuration. In each runs a small agent that writes its flags and reports back; docs/flags.md of the portal shows how it is set up."
    />
  );
}
