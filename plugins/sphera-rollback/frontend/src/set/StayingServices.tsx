import { countOf, EntityLink, Section } from '@sphera/plugin-operations-react';
import type { SetPlan } from '@sphera/plugin-rollback-common';
import styles from './set.module.css';

/** Services of a system that stay as they are, and why. */
export function StayingServices(props: { others: SetPlan['others'] }) {
  const { others } = props;
  return (
    <Section
      title="What stays"
      note={countOf(others.length, 'service', 'services')}
    >
      <dl className={styles.others}>
        {others.map(({ service, sentence }) => (
          <div key={service}>
            <dt>
              <EntityLink entityRef={service} />
            </dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
