import { Text, VisuallyHidden } from '@backstage/ui';
import { RiGitMergeLine, RiLockLine } from '@remixicon/react';
import { titleOf } from '@sphera/plugin-fleet-common';
import { Lock } from '@sphera/plugin-locks-common';
import { useNow } from '@sphera/plugin-operations-react';
import { ServiceCellProps, useFleet } from '@sphera/plugin-services-react';
import styles from './LocksCell.module.css';
import { actionsInWords, capitalized, isMergeFreeze } from './words';

const MOST_SHOWN = 2;

/** The locks that hold a service back, in its row of the table of all services. */
export function LocksCell(props: ServiceCellProps) {
  const now = useNow();
  const facts = (props.row.facts.locks ?? []) as unknown as Lock[];
  // The time of some may be up since the table was asked for.
  const locks = facts.filter(
    lock => !lock.expiresAt || new Date(lock.expiresAt) > now,
  );
  if (locks.length === 0) return null;
  const more = locks.length - MOST_SHOWN;
  return (
    <ul className={styles.locks} aria-label="Locks">
      {locks.slice(0, MOST_SHOWN).map(lock => (
        <li key={lock.id}>
          <LockBadge lock={lock} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Text variant="body-small" color="secondary">
            +{more}
            <VisuallyHidden> more locks</VisuallyHidden>
          </Text>
        </li>
      )}
    </ul>
  );
}

function LockBadge(props: { lock: Lock }) {
  const { actions, environment, reason } = props.lock;
  const { environments } = useFleet();
  const isFreeze = isMergeFreeze(props.lock);
  const Icon = isFreeze ? RiGitMergeLine : RiLockLine;
  return (
    <span className={isFreeze ? styles.frozen : styles.locked} title={reason}>
      <Icon size={14} aria-hidden />
      {capitalized(actionsInWords(actions))}
      {environment && ` in ${titleOf(environments, environment)}`}
    </span>
  );
}
