import { Unseen } from './Unseen';
import styles from './VersionBadge.module.css';

/** A version; one that differs where it should not stands out, by form too and not by colour alone. */
export function VersionBadge(props: {
  version: string;
  /** Whether others that should run the same run something else. */
  differs?: boolean;
}) {
  const { version, differs = false } = props;
  return (
    <span
      className={
        differs ? `${styles.version} ${styles.differs}` : styles.version
      }
      title={version}
    >
      {differs && (
        <span aria-hidden className={styles.sign}>
          ≠
        </span>
      )}
      <span className={styles.text}>{version}</span>
      {differs && <Unseen> (differs)</Unseen>}
    </span>
  );
}
