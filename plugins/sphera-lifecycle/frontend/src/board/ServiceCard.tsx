import { Link, Text } from '@backstage/ui';
import type { Standing } from '@sphera/plugin-lifecycle-common';
import { Actor, asSentence, TimeAgo } from '@sphera/plugin-operations-react';
import { useServiceLinks } from '@sphera/plugin-services-react';
import { StandingMarks } from '../parts/StandingMarks';
import styles from './board.module.css';

/** A service on the board: whose it is, since when it is in its stage, what comes next. */
export function ServiceCard({ standing }: { standing: Standing }) {
  const { service, title, owners, since, next, isStuck, broken } = standing;
  const links = useServiceLinks();
  const tone = (broken > 0 && 'broken') || (isStuck && 'stuck') || undefined;
  return (
    <li className={styles.card} data-tone={tone}>
      <Link href={links.toTab(service, 'lifecycle')} weight="bold">
        {title}
      </Link>
      <div className={styles.marks}>
        <StandingMarks standing={standing} />
      </div>
      {next && <Text as="p">{asSentence(next)}</Text>}
      <Text as="p" color="secondary" variant="body-small">
        {owners[0] && (
          <>
            <Actor actor={owners[0]} />
            {', '}
          </>
        )}
        came here <TimeAgo time={since} />
      </Text>
    </li>
  );
}
