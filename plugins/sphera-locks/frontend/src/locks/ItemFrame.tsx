import { Box } from '@backstage/ui';
import { ReactElement, ReactNode } from 'react';
import styles from './ItemFrame.module.css';

/** The frame of one lock or window: a sign, words, and what one can do. */
export function ItemFrame(props: {
  /** Id of the heading among the words. */
  titleId: string;
  icon: ReactElement;
  /** How loud the whole of it is. Default: neutral. */
  tone?: 'neutral' | 'warning' | 'danger';
  /** What is marked at its edge. Default: nothing. */
  mark?: 'locked' | 'frozen';
  deed?: ReactElement;
  children: ReactNode;
}) {
  const { titleId, icon, tone = 'neutral', mark, deed } = props;
  return (
    <Box
      as="article"
      bg={tone}
      className={mark ? `${styles.item} ${styles[mark]}` : styles.item}
      aria-labelledby={titleId}
    >
      <div className={styles.row}>
        <span className={styles.icon}>{icon}</span>
        <div className={styles.words}>{props.children}</div>
        {deed && <div className={styles.deed}>{deed}</div>}
      </div>
    </Box>
  );
}
