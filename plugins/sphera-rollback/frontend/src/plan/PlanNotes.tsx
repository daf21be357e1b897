import { Alert } from '@backstage/ui';
import { PeopleNamed } from '@sphera/plugin-operations-react';
import type { Plan } from '@sphera/plugin-rollback-common';
import styles from './plan.module.css';

/** What speaks against a rollback, and what to think of first. */
export function PlanNotes(props: { plan: Plan }) {
  const { obstacles, warnings, migrations } = props.plan;
  return (
    <>
      {obstacles.length > 0 && (
        <Alert
          status="danger"
          icon
          title="It cannot begin like this"
          description={<Sentences all={obstacles} />}
        />
      )}
      {migrations.length > 0 && (
        <Alert
          status="warning"
          icon
          title="The database was changed for good on the way"
          description={
            <>
              An older version may not understand it. Ask who made the change
              before you go back.
              <Sentences
                all={migrations.map(
                  ({ version, what }) => `${version}: ${what}`,
                )}
                isList
              />
            </>
          }
        />
      )}
      {warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Think of this first"
          description={<Sentences all={warnings} />}
        />
      )}
    </>
  );
}

function Sentences(props: { all: readonly string[]; isList?: boolean }) {
  const { all, isList = all.length > 1 } = props;
  if (!isList) return <PeopleNamed sentence={all[0]} />;
  return (
    <ul className={styles.list}>
      {all.map(sentence => (
        <li key={sentence}>
          <PeopleNamed sentence={sentence} />
        </li>
      ))}
    </ul>
  );
}
