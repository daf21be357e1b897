import type { Agent } from '@sphera/plugin-flags-common';
import {
  asSentence,
  FactsTable,
  sentenceCell,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import { AgentMark } from './AgentMark';
import { AgentPlace, AgentStanding, AgentVersion } from './AgentParts';

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
          <AgentPlace agent={agent} />,
          <AgentMark state={agent.state} />,
          agent.heardAt ? <TimeAgo time={agent.heardAt} /> : '–',
          agent.flags?.toLocaleString('en') ?? '–',
          <AgentStanding agent={agent} />,
          <AgentVersion agent={agent} />,
          agent.problem && (
            <span className={sentenceCell}>{asSentence(agent.problem)}</span>
          ),
        ],
      }))}
    />
  );
}
