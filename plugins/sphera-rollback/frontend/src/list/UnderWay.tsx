import { Section, useOperation } from '@sphera/plugin-operations-react';
import { listRollbacks } from '@sphera/plugin-rollback-common';
import type { Question } from './question';
import { RollbackList } from './RollbackList';

// More than a list can be read at once on a bad night.
const MOST_SHOWN = 50;
const ASK_AGAIN_MS = 5_000;

/** What is being rolled back now, above all that was; nothing where nothing is. */
export function UnderWay(props: { question: Question }) {
  const { service, environment } = props.question;
  const { data } = useOperation(
    listRollbacks,
    { service, environment, state: 'running', limit: MOST_SHOWN },
    {
      keepPrevious: true,
      askAgainIn: ({ totalItems }) =>
        totalItems > 0 ? ASK_AGAIN_MS : undefined,
    },
  );
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Under way" note={data.totalItems}>
      <RollbackList label="Rollbacks under way" rollbacks={data.items} />
    </Section>
  );
}
