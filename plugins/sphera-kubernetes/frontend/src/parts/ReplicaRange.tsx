import styles from './ReplicaRange.module.css';
import { place, ReplicaRangeFacts, scaleEnd } from './replicaScale';

/** An autoscaler's range on one line: what is allowed faintly, min to max, pods now, pods wanted. */
export function ReplicaRange(props: { range: ReplicaRangeFacts }) {
  const { range } = props;
  const { minReplicas, maxReplicas, currentReplicas, desiredReplicas } = range;
  const end = scaleEnd(range);
  const at = (pods: number) => ({ insetInlineStart: `${place(pods, end)}%` });
  const span = (from: number, to: number) => ({
    ...at(from),
    insetInlineEnd: `${100 - place(to, end)}%`,
  });
  return (
    <div className={styles.range} role="img" aria-label={inWords(range)}>
      <div className={styles.line}>
        {range.allowed && (
          <span
            className={styles.allowed}
            style={span(
              range.allowed.minReplicas.from,
              range.allowed.maxReplicas.to,
            )}
          />
        )}
        <span
          className={styles.bounds}
          style={span(minReplicas, maxReplicas)}
        />
        {desiredReplicas !== currentReplicas && (
          <span className={styles.wanted} style={at(desiredReplicas)} />
        )}
        <span className={styles.now} style={at(currentReplicas)} />
      </div>
      <div className={styles.numbers}>
        <span style={at(minReplicas)}>{minReplicas}</span>
        {maxReplicas !== minReplicas && (
          <span style={at(maxReplicas)}>{maxReplicas}</span>
        )}
      </div>
    </div>
  );
}

function inWords(range: ReplicaRangeFacts): string {
  const { minReplicas, maxReplicas, currentReplicas, desiredReplicas } = range;
  const wanted =
    desiredReplicas === currentReplicas ? '' : `, ${desiredReplicas} wanted`;
  const open = range.allowed
    ? `; ${range.allowed.minReplicas.from} to ${range.allowed.maxReplicas.to} allowed`
    : '';
  return `${minReplicas} to ${maxReplicas} pods, ${currentReplicas} now${wanted}${open}`;
}
