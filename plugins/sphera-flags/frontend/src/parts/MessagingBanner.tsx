import { Alert } from '@backstage/ui';
import { getMessaging, type Messaging } from '@sphera/plugin-flags-common';
import { asSentence, useOperation } from '@sphera/plugin-operations-react';

// Kafka that comes back is not a change that anybody tells pages of.
const ASK_AGAIN_MS = 10_000;

/** Says that changes wait, where they do; nothing while messages flow. */
export function MessagingBanner() {
  const { data } = useOperation(
    getMessaging,
    {},
    {
      askAgainIn: ({ state }) =>
        state === 'connected' ? undefined : ASK_AGAIN_MS,
    },
  );
  if (!data || data.state === 'connected') return null;
  const { state, problem } = data;
  return (
    <Alert
      status={state === 'away' ? 'warning' : 'danger'}
      icon
      role="status"
      title={
        state === 'away' ? 'Kafka cannot be reached' : 'Messages do not flow'
      }
      description={
        <>
          {problem && `${asSentence(problem)} `}
          {waitingInWords(data)}
        </>
      }
    />
  );
}

function waitingInWords({ queued }: Messaging): string {
  const waits = 'Changes are accepted and wait';
  if (queued === 0) return `${waits}.`;
  return `${waits}; ${queued.toLocaleString('en')} queued.`;
}
