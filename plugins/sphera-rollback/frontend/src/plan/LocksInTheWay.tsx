import { Text } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import type { Plan } from '@sphera/plugin-rollback-common';
import { Actor, TimeAgo } from '@sphera/plugin-operations-react';
import styles from './plan.module.css';

type LockInTheWay = Plan['locks'][number];

/** Locks that stop a rollback, or that clusters obey: who placed each, why, until when. */
export function LocksInTheWay(props: { locks: readonly LockInTheWay[] }) {
  return (
    <ul className={styles.locks}>
      {props.locks.map(lock => (
        <li key={lock.id} className={styles.lock} data-holds={lock.holds}>
          <RiLockLine size={18} aria-hidden />
          <div>
            <Text as="p" weight="bold">
              {lock.holds === 'rollback'
                ? 'Stops this rollback'
                : 'Clusters obey it: they may not take the version while it holds'}
            </Text>
            <Text as="p">{lock.reason}</Text>
            <Text as="p" color="secondary">
              placed by <PlacedBy lock={lock} />,{' '}
              <TimeAgo time={lock.placedAt} />, <Until lock={lock} />
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}

function PlacedBy({ lock }: { lock: LockInTheWay }) {
  return lock.window ? <>a freeze window</> : <Actor actor={lock.placedBy} />;
}

function Until({ lock }: { lock: LockInTheWay }) {
  if (!lock.expiresAt) return <>until somebody unlocks</>;
  return (
    <>
      ends <TimeAgo time={lock.expiresAt} />
    </>
  );
}
