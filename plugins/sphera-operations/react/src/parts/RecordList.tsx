import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './RecordList.module.css';

/** What a capability keeps a record of, one below the other. */
export function RecordList(props: {
  /** What they are, for who cannot see the page. */
  label: string;
  children: ReactNode;
}) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.children}
    </ul>
  );
}

/** One record of a list; where it is narrow, the last two stand below. */
export function RecordItem(props: {
  /** What it is about, and the way to it. */
  what: ReactNode;
  /** How it stands, as a mark. */
  state: ReactNode;
  /** Why it stands like that. */
  why: ReactNode;
  /** By whom, and when. */
  notes: ReactNode;
}) {
  const { what, state, why, notes } = props;
  return (
    <li className={styles.item}>
      <div className={styles.what}>{what}</div>
      <div className={styles.state}>{state}</div>
      <div className={styles.why}>{why}</div>
      <Text as="div" color="secondary">
        {notes}
      </Text>
    </li>
  );
}
