import styles from './JsonText.module.css';

/** A value as JSON, to read and to copy. */
export function JsonText(props: { value: unknown }) {
  return (
    // It scrolls, so the keyboard has to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.json} tabIndex={0}>
      {JSON.stringify(props.value, null, 2)}
    </pre>
  );
}
