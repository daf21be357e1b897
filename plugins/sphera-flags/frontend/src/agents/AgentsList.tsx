import type { Agent } from '@sphera/plugin-flags-common';
import { asSentence, TimeAgo } from '@sphera/plugin-operations-react';
import styles from '../parts/FactsList.module.css';
import { AgentMark } from './AgentMark';
import { AgentPlace, AgentStanding, AgentVersion } from './AgentParts';

/** Clusters that flags are sent to, one below the other, where the screen is too narrow for a table. */
export function AgentsList(props: { agents: readonly Agent[] }) {
  return (
    <ul className={styles.rows} aria-label="Clusters">
      {props.agents.map(agent => (
        <li key={agent.cluster} className={styles.row}>
          <div>
            <AgentPlace agent={agent} />
          </div>
          <div>
            <AgentMark state={agent.state} />{' '}
            {agent.heardAt && <TimeAgo time={agent.heardAt} />}
          </div>
          {agent.problem && <div>{asSentence(agent.problem)}</div>}
          <dl className={styles.facts}>
            <div>
              <dt>Flags</dt>
              <dd>{agent.flags?.toLocaleString('en') ?? '–'}</dd>
            </div>
            <div>
              <dt>Not in step</dt>
              <dd>
                <AgentStanding agent={agent} />
              </dd>
            </div>
            <div>
              <dt>Agent</dt>
              <dd>
                <AgentVersion agent={agent} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
