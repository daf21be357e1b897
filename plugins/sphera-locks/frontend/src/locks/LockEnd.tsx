import { Lock } from '@sphera/plugin-locks-common';
import { exactly, TimeAgo, useNow } from '@sphera/plugin-operations-react';
import { isMergeFreeze, momentInWords } from '../words';

/** Until when a lock holds, at a glance and exactly. */
export function LockEnd(props: { lock: Lock }) {
  const { expiresAt } = props.lock;
  const now = useNow();
  if (!expiresAt) {
    return (
      <>until somebody {isMergeFreeze(props.lock) ? 'unfreezes' : 'unlocks'}</>
    );
  }
  return (
    <>
      until{' '}
      <time dateTime={expiresAt} title={exactly(expiresAt)}>
        {momentInWords(expiresAt, now)}
      </time>{' '}
      (<TimeAgo time={expiresAt} />)
    </>
  );
}
