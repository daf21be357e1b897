import type { CSSProperties } from 'react';
import styles from './ShareBar.module.css';

/** Shares of everybody, drawn; the fields beside it say the same in words. */
export function ShareBar(props: {
  shares: { name: string; percent: number }[];
}) {
  return (
    <div className={styles.bar} aria-hidden>
      {props.shares.map(({ name, percent }, at) => (
        <span
          key={at}
          className={styles.share}
          hidden={!(percent > 0)}
          data-nth={at % 4}
          style={{ '--share': percent } as CSSProperties}
          title={`${percent} % ${name}`}
        >
          {name}
        </span>
      ))}
    </div>
  );
}
