import type { ReactNode } from 'react';
import styles from './FilterBar.module.css';

/** A line of filters above a list; it breaks where there is no room. */
export function FilterBar(props: {
  /** There are so few that they need not fill the line. */
  few?: boolean;
  children: ReactNode;
}) {
  const { few, children } = props;
  return (
    <div role="search" className={few ? styles.few : styles.bar}>
      {children}
    </div>
  );
}

/** Filters of a line that move to the next one together, or not at all. */
export function FilterToggles(props: { children: ReactNode }) {
  return <div className={styles.toggles}>{props.children}</div>;
}

/** The place of a search box in a line of filters. */
export const filterSearch = styles.search;
