import { Alert } from '@backstage/ui';
import type { Drift } from '@sphera/plugin-kubernetes-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { DRIFT_WORDS } from '../words/drift';

/** What of a deployment is not as it is elsewhere, or as it was meant. */
export function DriftNotes(props: { drift: readonly Drift[] }) {
  return (
    <>
      {props.drift.map(({ kind, sentence, since }) => (
        <Alert
          key={`${kind} ${sentence}`}
          status="warning"
          icon
          title={DRIFT_WORDS[kind]}
          description={
            <>
              {sentence}
              {since && (
                <>
                  {' '}
                  · began <TimeAgo time={since} />
                </>
              )}
            </>
          }
        />
      ))}
    </>
  );
}
