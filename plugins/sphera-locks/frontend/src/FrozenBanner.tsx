import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import { Lock } from '@sphera/plugin-locks-common';
import { RiGitMergeLine, RiLockFill } from '@remixicon/react';
import { useFleet } from '@sphera/plugin-services-react';
import styles from './FrozenBanner.module.css';
import { LockEnd } from './locks/LockEnd';
import { PlacedBy } from './locks/PlacedBy';
import { locksRouteRef } from './routes';
import { useActiveLocks } from './useActiveLocks';
import { actionsInWords, capitalized, isMergeFreeze } from './words';

/** Over every page while all services are locked, or all merges frozen. */
export function FrozenBanner() {
  const { onEverything } = useActiveLocks();
  return (
    <div role="status" aria-live="polite" style={{ display: 'contents' }}>
      {onEverything.length > 0 && <Banner locks={onEverything} />}
    </div>
  );
}

function Banner(props: { locks: Lock[] }) {
  const [loudest, ...others] = [...props.locks].sort(
    (a, b) => weightOf(b) - weightOf(a),
  );
  const href = useRouteRef(locksRouteRef)?.();
  const isFreeze = isMergeFreeze(loudest);
  const Icon = isFreeze ? RiGitMergeLine : RiLockFill;
  return (
    <div
      className={`${styles.banner} ${isFreeze ? styles.frozen : styles.locked}`}
    >
      <span className={styles.icon}>
        <Icon size={18} aria-hidden />
      </span>
      <span className={styles.words}>
        <strong>
          <Headline lock={loudest} />
        </strong>{' '}
        by <PlacedBy lock={loudest} /> <LockEnd lock={loudest} />.{' '}
        {loudest.reason}
      </span>
      {href && (
        <Link href={href} className={styles.link} weight="bold">
          {others.length > 0 ? `And ${others.length} more` : 'Details'}
        </Link>
      )}
    </div>
  );
}

function Headline(props: { lock: Lock }) {
  const { environment, actions } = props.lock;
  const { environments } = useFleet();
  const where = environment ? ` in ${titleOf(environments, environment)}` : '';
  if (isMergeFreeze(props.lock)) return <>Merges are frozen{where}</>;
  if (actions.includes('deploy')) return <>Everything is locked{where}</>;
  return (
    <>
      {capitalized(actionsInWords(actions))} are locked everywhere{where}
    </>
  );
}

// What stops most comes first: all environments before one, deploys before merges.
function weightOf(lock: Lock): number {
  return (
    (isMergeFreeze(lock) ? 0 : 4) +
    (lock.environment ? 0 : 2) +
    (lock.actions.includes('deploy') ? 1 : 0)
  );
}
