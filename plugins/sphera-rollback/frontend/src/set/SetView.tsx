import { Text } from '@backstage/ui';
import {
  Actor,
  asSentence,
  EntityLink,
  exactly,
  Section,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import type { RollbackSet } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { RollbackList } from '../list/RollbackList';
import { environmentInWords } from '../parts/placeWords';
import { StateMark } from '../parts/StateMark';
import styles from './set.module.css';

/** A set: what was wanted, how it stands, and each of its rollbacks. */
export function SetView(props: { set: RollbackSet }) {
  const { system, environment, at, reason, startedBy, startedAt, ...set } =
    props.set;
  const fleet = useFleet();
  return (
    <>
      <div className={styles.head}>
        <Text as="h2" variant="title-small" weight="bold">
          Rollback of <EntityLink entityRef={system} /> in{' '}
          {environmentInWords(fleet, environment)}
        </Text>
        <Text as="p">To what ran on {exactly(at)}</Text>
        <Text as="p">{reason}</Text>
        <Text as="p" color="secondary">
          by <Actor actor={startedBy} />, <TimeAgo time={startedAt} />
        </Text>
      </div>
      <p role="status" className={styles.sentence}>
        <StateMark state={set.state} />
        <Text>{asSentence(set.sentence)}</Text>
      </p>
      <Section title="Services">
        <RollbackList label="Rollbacks of this set" rollbacks={set.rollbacks} />
      </Section>
    </>
  );
}
