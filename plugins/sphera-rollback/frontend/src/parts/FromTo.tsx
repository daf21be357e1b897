import { RiArrowRightLine } from '@remixicon/react';
import styles from './FromTo.module.css';

/** From which version to which. */
export function FromTo(props: { from: string; to: string; size?: number }) {
  const { from, to, size = 16 } = props;
  return (
    <span className={styles.fromTo}>
      <span>{from}</span>
      <RiArrowRightLine size={size} aria-label="to" role="img" />
      <span>{to}</span>
    </span>
  );
}
