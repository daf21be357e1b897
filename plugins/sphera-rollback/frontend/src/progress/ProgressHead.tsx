import { Link, Text } from '@backstage/ui';
import { Actor, EntityLink, TimeAgo } from '@sphera/plugin-operations-react';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { Elapsed } from '../parts/Elapsed';
import { FromTo } from '../parts/FromTo';
import { environmentInWords, regionsInWords } from '../parts/placeWords';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import { ProgressActions } from './ProgressActions';
import styles from './progress.module.css';

const NOUNS = { rollback: 'Rollback', 'roll-forward': 'Roll-forward' };

/** What goes where, who wanted it and why, for how long it has been going on, and what one can do about it. */
export function ProgressHead(props: { rollback: Rollback }) {
  const { rollback } = props;
  const { kind, service, environment, regions, from, version } = rollback;
  const fleet = useFleet();
  return (
    <div className={styles.head}>
      <div className={styles.headline}>
        <Text as="h2" variant="title-small" weight="bold">
          {NOUNS[kind]} of <EntityLink entityRef={service} /> in{' '}
          {environmentInWords(fleet, environment)}
        </Text>
        <Text as="p" variant="title-medium" weight="bold">
          <FromTo from={from} to={version} size={24} />
        </Text>
        <Text as="p">{rollback.reason}</Text>
        <Text as="p" color="secondary">
          {regionsInWords(fleet, regions)} · by{' '}
          <Actor actor={rollback.startedBy} />,{' '}
          <TimeAgo time={rollback.startedAt} /> ·{' '}
          {rollback.endedAt ? 'took' : 'for'} <Elapsed of={rollback} />
        </Text>
        <Relatives rollback={rollback} />
      </div>
      <ProgressActions rollback={rollback} />
    </div>
  );
}

/** Rollbacks that belong to this one. */
function Relatives({ rollback }: { rollback: Rollback }) {
  const links = useRollbackLinks();
  const { undoes, undoneBy, set } = rollback;
  if (!undoes && !undoneBy && !set) return null;
  return (
    <p className={styles.relatives}>
      {undoes && (
        <Link href={links.toRollback(undoes)}>
          The rollback that this takes back
        </Link>
      )}
      {undoneBy && (
        <Link href={links.toRollback(undoneBy)}>
          It was rolled forward since
        </Link>
      )}
      {set && <Link href={links.toSet(set)}>Part of a set</Link>}
    </p>
  );
}
