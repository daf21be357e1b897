import type { ReactElement } from 'react';
import styles from './Mark.module.css';

/** How much a mark wants to be seen. */
export type MarkTone = 'plain' | 'fine' | 'unclear' | 'wrong';

/** A sign and a word about something in a list. */
export function Mark(props: {
  tone: MarkTone;
  icon: ReactElement;
  word: string;
  /** More of it, when pointed at. */
  title?: string;
}) {
  const { tone, icon, word, title } = props;
  return (
    <span className={styles.mark} data-tone={tone} title={title}>
      {icon}
      <span>{word}</span>
    </span>
  );
}
