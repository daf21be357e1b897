import { Link, Text } from '@backstage/ui';
import type { Hold } from '@sphera/plugin-merges-common';
import {
  asSentence,
  RecordItem,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import { HoldMark } from '../parts/HoldMark';
import { pullRequestsInWords } from '../parts/pullRequestsInWords';
import { ServiceLinks } from '../parts/ServiceLinks';
import { useMergeLinks } from '../parts/useMergeLinks';
import styles from './HoldItem.module.css';

/** One repository of the list: where it stands, why, and how many pull requests wait. */
export function HoldItem(props: { hold: Hold }) {
  const { hold } = props;
  const { repository, services, freezes, problem, checkedAt } = hold;
  const links = useMergeLinks();
  return (
    <RecordItem
      what={
        <>
          <Link href={links.toRepository(repository)} weight="bold">
            {repository}
          </Link>
          {services.length > 0 && (
            <Text as="p" color="secondary" className={styles.services}>
              <ServiceLinks services={services} />
            </Text>
          )}
        </>
      }
      state={<HoldMark hold={hold} />}
      why={
        <>
          {problem && <Text as="p">{asSentence(problem.sentence)}</Text>}
          {freezes.length > 0 && (
            <Text as="p" color={problem ? 'secondary' : 'primary'}>
              {reasonsOf(freezes)}
            </Text>
          )}
        </>
      }
      notes={
        <>
          <p className={styles.line}>
            {pullRequestsInWords(hold.pullRequests)}
          </p>
          <p className={styles.line}>
            {checkedAt ? (
              <>
                looked at <TimeAgo time={checkedAt} />
              </>
            ) : (
              'not looked at yet'
            )}
          </p>
        </>
      }
    />
  );
}

function reasonsOf([newest, ...others]: Hold['freezes']): string {
  if (others.length === 0) return asSentence(newest.reason);
  const freezes = others.length === 1 ? 'freeze' : 'freezes';
  return `${asSentence(newest.reason)} And ${others.length} more ${freezes}.`;
}
