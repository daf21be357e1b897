import { RiAlarmWarningLine } from '@remixicon/react';
import type { SecretCell } from '@sphera/plugin-secrets-common';
import { StateMark } from '../parts/StateMark';
import { STATE_WORDS } from '../parts/stateWords';
import styles from './MatrixCell.module.css';

/** How a secret is in one place: the way to everything about it. */
export function MatrixCell(props: {
  cell: SecretCell;
  href: string;
  /** For who hears the page, and who points at it. */
  words: string;
  isSelected: boolean;
  /** Title of the region, where no column says it. */
  region?: string;
}) {
  const { cell, href, words, isSelected, region } = props;
  return (
    <a
      href={href}
      className={region ? `${styles.cell} ${styles.named}` : styles.cell}
      aria-label={words}
      aria-current={isSelected || undefined}
      title={cell.sentence ?? STATE_WORDS[cell.state]}
    >
      {region && <span className={styles.region}>{region}</span>}
      <StateMark state={cell.state} word="loud" />
      {cell.isOverdue && (
        <RiAlarmWarningLine size={14} aria-hidden className={styles.overdue} />
      )}
    </a>
  );
}
