import type { ReactNode } from 'react';
import styles from './Unseen.module.css';

/** Words for who cannot see the page. As BUI's VisuallyHidden, which is too slow for a thousand cells. */
export function Unseen(props: { children: ReactNode }) {
  return <span className={styles.unseen}>{props.children}</span>;
}
