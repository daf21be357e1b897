import { Mark } from './Mark';
import styles from './Logo.module.css';

/** The mark with the name beside it; the text takes the colour around it. */
export function Logo({ size }: { size: number }) {
  return (
    <span className={styles.logo} style={{ fontSize: size * 0.7 }}>
      <Mark size={size} />
      <span className={styles.name}>sphera</span>
    </span>
  );
}
