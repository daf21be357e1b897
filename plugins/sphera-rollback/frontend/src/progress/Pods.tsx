import type { ClusterProgress } from '@sphera/plugin-rollback-common';
import styles from './Pods.module.css';

// More dots than that are counted no faster than a bar is read.
const MOST_DOTS = 12;

/** The pods of a cluster, drawn: those that run the version and are ready are full. */
export function Pods(props: { of: ClusterProgress }) {
  const { cluster, to, state, pods } = props.of;
  const { wanted, ready } = pods;
  return (
    <div
      className={styles.pods}
      data-state={state}
      role="progressbar"
      aria-label={`Pods of ${cluster} that run ${to} and are ready`}
      aria-valuemin={0}
      aria-valuemax={wanted}
      aria-valuenow={ready}
      aria-valuetext={`${ready} of ${wanted}`}
    >
      {wanted <= MOST_DOTS ? (
        <span className={styles.dots}>
          {Array.from({ length: wanted }, (_, index) => (
            <span
              key={index}
              className={styles.dot}
              data-ready={index < ready || undefined}
            />
          ))}
        </span>
      ) : (
        <span className={styles.bar}>
          <span
            className={styles.full}
            style={{ transform: `scaleX(${ready / wanted})` }}
          />
        </span>
      )}
      <span className={styles.count}>
        {ready}/{wanted} pods
      </span>
    </div>
  );
}
