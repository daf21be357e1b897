import { Alert, Skeleton } from '@backstage/ui';
import { FailedState, problemsOf } from '@sphera/plugin-operations-react';
import styles from './AdoptionSteps.module.css';
import { Adoption } from './useAdoption';

/** What bringing a secret to the standard takes, step by step, or why it cannot be. */
export function AdoptionSteps(props: { adoption: Adoption }) {
  const { data, error, refetch } = props.adoption;
  if (error && problemsOf(error).length === 0) {
    return <FailedState what="The steps" error={error} onRetry={refetch} />;
  }
  if (!data) return <Skeleton height="4rem" />;
  if (data.problem) {
    return <Alert status="warning" icon role="alert" title={data.problem} />;
  }
  return (
    <ol className={styles.steps} aria-label="What will be done">
      {data.steps.map(step => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
