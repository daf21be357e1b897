import { Alert } from '@backstage/ui';
import { asSentence } from '@sphera/plugin-operations-react';
import { pageToMend, type PlanProblem, titleOf } from './planProblems';
import styles from './plan.module.css';

/** What keeps a service from being created, and where in the form it is mended. */
export function PlanProblems(props: {
  problems: readonly PlanProblem[];
  /** Titles of the pages of the form, each with its fields. */
  pages?: Record<string, string[]>;
}) {
  const { problems, pages } = props;
  if (problems.length === 0) return null;
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title="This cannot be created yet"
      description={
        <ul className={styles.problems} aria-label="What stands in the way">
          {problems.map(problem => (
            <li key={`${problem.field} ${problem.sentence}`}>
              {asSentence(problem.sentence)} {whereToMend(problem, pages)}
            </li>
          ))}
        </ul>
      }
    />
  );
}

function whereToMend(
  problem: PlanProblem,
  pages: Record<string, string[]> | undefined,
): string {
  const page = pageToMend(problem, pages);
  if (page) return `Go back to “${page}” to mend it.`;
  return problem.field
    ? `Go back to “${titleOf(problem.field)}” to mend it.`
    : '';
}
