import type { Plan } from '@sphera/plugin-rollback-common';
import { countOf, Section } from '@sphera/plugin-operations-react';
import { FileChanges } from './FileChanges';
import { LocksInTheWay } from './LocksInTheWay';
import styles from './plan.module.css';
import { PlanNotes } from './PlanNotes';
import { TouchedClusters } from './TouchedClusters';

/** What a rollback or a roll-forward would do, exactly. */
export function PlanView(props: { plan: Plan }) {
  const { plan } = props;
  const changed = plan.files.filter(({ diff }) => diff);
  return (
    <div className={styles.plan}>
      <PlanNotes plan={plan} />
      {plan.locks.length > 0 && (
        <Section title="Locks in the way">
          <LocksInTheWay locks={plan.locks} />
        </Section>
      )}
      <Section
        title="What changes"
        note={countOf(changed.length, 'file', 'files')}
      >
        <FileChanges files={plan.files} />
      </Section>
      <Section title="Who follows" note={wayInWords(plan)}>
        <TouchedClusters clusters={plan.clusters} />
      </Section>
    </div>
  );
}

function wayInWords({ way, clusters }: Plan): string {
  const count = countOf(clusters.length, 'cluster', 'clusters');
  return way === 'push'
    ? `${count}, as soon as the commit is pushed`
    : `${count}, once the checks of a pull request have passed`;
}
