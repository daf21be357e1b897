import { Text } from '@backstage/ui';
import type { Flag } from '@sphera/plugin-flags-common';
import {
  Actor,
  asSentence,
  EntityLink,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import { FlagMarks } from '../parts/FlagMarks';
import styles from './flag.module.css';
import { FlagActions } from './FlagActions';
import { dayInWords, PURPOSE_WORDS } from './purposeWords';

/** What a flag is, whose, until when, who touched it last, and what one can do about it. */
export function FlagTitle(props: { flag: Flag }) {
  const { flag } = props;
  const { service, owner, description, purpose, endsOn, readyToRemove } = flag;
  return (
    <div className={styles.head}>
      <div className={styles.headline}>
        <div className={styles.key}>
          <Text as="h2" variant="title-small" weight="bold">
            {flag.flag}
          </Text>
          <FlagMarks flag={flag} />
        </div>
        {description && <Text as="p">{description}</Text>}
        <Text as="p" color="secondary">
          <EntityLink entityRef={service} />
          {owner && (
            <>
              {' · owned by '}
              <EntityLink entityRef={owner.ref} />
            </>
          )}
          {purpose && ` · ${PURPOSE_WORDS[purpose]}`}
          {endsOn && ` · should be gone by ${dayInWords(endsOn)}`}
        </Text>
        <Text as="p" color="secondary">
          changed <TimeAgo time={flag.changedAt} /> by{' '}
          <Actor actor={flag.changedBy.ref} /> · created{' '}
          <TimeAgo time={flag.createdAt} /> by{' '}
          <Actor actor={flag.createdBy.ref} />
          {flag.retiredAt && (
            <>
              {' · retired '}
              <TimeAgo time={flag.retiredAt} />
            </>
          )}
        </Text>
        {readyToRemove && (
          <Text as="p">
            {asSentence(readyToRemove)} It can be taken out of the code, and
            then be retired.
          </Text>
        )}
      </div>
      {!flag.retiredAt && <FlagActions flag={flag} />}
    </div>
  );
}
