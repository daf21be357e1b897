import type { DeploymentDetails } from '@sphera/plugin-kubernetes-common';
import {
  FactsTable,
  Section,
  sentenceCell,
  TimeAgo,
} from '@sphera/plugin-operations-react';

/** What Kubernetes itself says of the deployment. */
export function Conditions(props: {
  conditions: DeploymentDetails['conditions'];
}) {
  const { conditions } = props;
  if (conditions.length === 0) return null;
  return (
    <Section title="Conditions">
      <FactsTable
        label="Conditions"
        columns={['Condition', 'Holds', 'Why', 'Since']}
        rows={conditions.map(({ type, status, reason, message, since }) => ({
          key: type,
          cells: [
            type,
            holds(status),
            <span className={sentenceCell}>{message ?? reason ?? '–'}</span>,
            since ? <TimeAgo time={since} /> : '–',
          ],
        }))}
      />
    </Section>
  );
}

function holds(status: string): string {
  if (status === 'True') return 'yes';
  return status === 'False' ? 'no' : 'unknown';
}
