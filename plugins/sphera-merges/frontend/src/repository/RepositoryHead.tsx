import { Link, Text } from '@backstage/ui';
import type { Hold } from '@sphera/plugin-merges-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { HoldMark } from '../parts/HoldMark';
import { meaningOf, STRATEGY_WORDS } from '../parts/holdWords';
import { LookAgain } from '../parts/LookAgain';
import { ServiceLinks } from '../parts/ServiceLinks';
import { useMergeLinks } from '../parts/useMergeLinks';
import styles from './repository.module.css';

/** Which repository it is, where it stands, and what that means. */
export function RepositoryHead(props: { hold: Hold }) {
  const { hold } = props;
  const { repository, url, services, since, strategy, checkedAt } = hold;
  const links = useMergeLinks();
  return (
    <>
      <Link href={links.toAll()}>All repositories</Link>
      <div className={styles.head}>
        <Text as="h2" variant="title-small" weight="bold">
          {repository}
        </Text>
        <HoldMark hold={hold} />
        <div className={styles.deed}>
          <LookAgain service={services[0]} />
        </div>
      </div>
      <Text as="p" role="status">
        {meaningOf(hold)}.{' '}
        {since && (
          <>
            That began <TimeAgo time={since} />.{' '}
          </>
        )}
        <Link href={url} target="_blank">
          See it on GitHub
        </Link>
      </Text>
      <Text as="p" color="secondary">
        {services.length > 0 && (
          <>
            The repository of <ServiceLinks services={services} />.{' '}
          </>
        )}
        {STRATEGY_WORDS[strategy]}.{' '}
        {checkedAt ? (
          <>
            The portal looked <TimeAgo time={checkedAt} />.
          </>
        ) : (
          'The portal has not looked yet.'
        )}
      </Text>
    </>
  );
}
