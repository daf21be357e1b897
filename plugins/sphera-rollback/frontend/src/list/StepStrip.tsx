import type { Step } from '@sphera/plugin-rollback-common';
import styles from './StepStrip.module.css';

/** The steps of a rollback in a line of a list, drawn small. */
export function StepStrip(props: { steps: readonly Step[] }) {
  const { steps } = props;
  const behind = steps.filter(
    ({ state }) => state === 'done' || state === 'skipped',
  ).length;
  return (
    <span
      className={styles.strip}
      role="progressbar"
      aria-label="Steps"
      aria-valuemin={0}
      aria-valuemax={steps.length}
      aria-valuenow={behind}
      aria-valuetext={`${behind} of ${steps.length}`}
    >
      {steps.map(({ name, state }) => (
        <span key={name} className={styles.step} data-state={state} />
      ))}
    </span>
  );
}
