import { Link, Text } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { Agent } from '@sphera/plugin-flags-common';
import {
  asSentence,
  FactsTable,
  sentenceCell,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { useFlagLinks } from '../parts/useFlagLinks';
import { AgentMark } from './AgentMark';

/** Clusters that flags are sent to, one a row. */
export function AgentsTable(props: { agents: readonly Agent[] }) {
  return (
    <FactsTable
      label="Clusters"
      columns={[
        'Cluster',
        'State',
        'Last heard',
        'Flags',
        'Not in step',
        'Agent',
        'Problem',
      ]}
      rows={props.agents.map(agent => ({
        key: agent.cluster,
        cells: [
          <Place agent={agent} />,
          <AgentMark state={agent.state} />,
          agent.heardAt ? <TimeAgo time={agent.heardAt} /> : '–',
          agent.flags?.toLocaleString('en') ?? '–',
          <Behind agent={agent} />,
          <Version agent={agent} />,
          agent.problem && (
            <span className={sentenceCell}>{asSentence(agent.problem)}</span>
          ),
        ],
      }))}
    />
  );
}

function Place(props: { agent: Agent }) {
  const { cluster, environment, region } = props.agent;
  const { environments, regions } = useFleet();
  return (
    <>
      {cluster}{' '}
      <Text as="p" color="secondary" variant="body-small">
        {titleOf(environments, environment)}, {titleOf(regions, region)}
      </Text>
    </>
  );
}

function Behind(props: { agent: Agent }) {
  const { behind, cluster } = props.agent;
  const links = useFlagLinks();
  if (behind === 0) return <>none</>;
  const count = behind.toLocaleString('en');
  return (
    <Link
      href={links.toDrift({ cluster })}
      aria-label={`${count} flags of ${cluster} are not in step`}
    >
      {count}
    </Link>
  );
}

function Version(props: { agent: Agent }) {
  const { version, startedAt } = props.agent;
  if (!version) return <>–</>;
  return (
    <>
      {version}
      {startedAt && (
        <Text as="p" color="secondary" variant="body-small">
          started <TimeAgo time={startedAt} />
        </Text>
      )}
    </>
  );
}
