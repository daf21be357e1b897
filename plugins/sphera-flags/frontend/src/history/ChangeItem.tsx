import { Link, Text } from '@backstage/ui';
import type { Flag, FlagChange } from '@sphera/plugin-flags-common';
import { Actor, TimeAgo } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { PutBackButton } from '../acting/PutBackButton';
import { useFlagLinks } from '../parts/useFlagLinks';
import { FollowStrip } from './FollowStrip';
import { FollowTable } from './FollowTable';
import { followingInWords } from './following';
import { headlineOf } from './headline';
import styles from './history.module.css';

/** One change of a flag: what, who, why, and how far clusters followed. */
export function ChangeItem(props: {
  flag: Flag;
  change: FlagChange;
  /** Whether the flag is as it was right after it, so that there is nothing to put back. */
  isNewest: boolean;
}) {
  const { flag, change, isNewest } = props;
  const { by, at, reason, rollout, clusters } = change;
  const links = useFlagLinks();
  const following = followingInWords(change);
  return (
    <li className={styles.change}>
      <div className={styles.what}>
        <Text as="p" weight="bold">
          {headlineOf(change)}
        </Text>
        <Text as="p">{reason}</Text>
        <Text as="p" color="secondary">
          <Actor actor={by.ref} />, <TimeAgo time={at} />
          {rollout && (
            <>
              {' · '}
              <Link href={links.toRollout(rollout)}>part of a roll-out</Link>
            </>
          )}
        </Text>
      </div>
      <div className={styles.following}>
        {following && <Text as="p">{following}</Text>}
        <FollowStrip change={change} />
        {clusters.length > 0 && <EachCluster change={change} />}
      </div>
      {!isNewest && clusters.length > 0 && (
        <PutBackButton flag={flag} change={change} />
      )}
    </li>
  );
}

function EachCluster(props: { change: FlagChange }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.each}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>Each cluster</summary>
      {/* A hundred changes have a hundred clusters each: drawn when somebody looks. */}
      {isOpen && <FollowTable change={props.change} />}
    </details>
  );
}
