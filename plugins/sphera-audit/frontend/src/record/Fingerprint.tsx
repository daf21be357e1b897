import styles from './Fingerprint.module.css';

/** A hash, whole, so that it can be compared and copied. */
export function Fingerprint(props: { label: string; hash: string }) {
  return (
    <code className={styles.hash} aria-label={props.label}>
      {props.hash}
    </code>
  );
}
