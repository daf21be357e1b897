import { Actor, exactly, TimeAgo } from '@sphera/plugin-operations-react';
import type { SecretCell } from '@sphera/plugin-secrets-common';
import { DateTime } from 'luxon';
import { ReactNode } from 'react';
import { CopyButton } from '../../parts/CopyButton';
import styles from './SecretDetails.module.css';

/** What is known of a secret in a place, besides its value. */
export function PlaceFacts(props: { cell: SecretCell }) {
  const { cell } = props;
  if (!cell.fullName) return null;
  return (
    <dl className={styles.facts}>
      <Fact term="Full name">
        <span className={styles.fullName}>{cell.fullName}</span>
        <CopyButton label="Copy the full name" text={cell.fullName} />
      </Fact>
      {cell.changedAt && (
        <Fact term="Changed">
          <TimeAgo time={cell.changedAt} />
          {cell.changedBy && (
            <>
              {' '}
              by <Actor actor={cell.changedBy} />
            </>
          )}
          {cell.isOld && ', which is long ago'}
        </Fact>
      )}
      {cell.createdAt && (
        <Fact term="Created">
          <TimeAgo time={cell.createdAt} />
        </Fact>
      )}
      <Fact term="Last read">
        {cell.readAt ? dayOf(cell.readAt) : 'not that AWS knows'}
      </Fact>
      {cell.rotateBy && <Fact term="Replace by">{dayOf(cell.rotateBy)}</Fact>}
      {cell.encoding === 'binary' && <Fact term="Value">binary</Fact>}
      {cell.deletedAt && (
        <Fact term="Deleted">
          <TimeAgo time={cell.deletedAt} />
        </Fact>
      )}
      {cell.recoverableUntil && (
        <Fact term="Can be restored">
          until {exactly(cell.recoverableUntil)}
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: { term: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A day, where the time of day means nothing: in UTC, as AWS keeps it. */
function dayOf(moment: string): string {
  return DateTime.fromISO(moment, { zone: 'utc', locale: 'en' }).toFormat(
    'ccc, d LLL yyyy',
  );
}
