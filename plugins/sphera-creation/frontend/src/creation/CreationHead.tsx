import { Text } from '@backstage/ui';
import type { Creation } from '@sphera/plugin-creation-common';
import { Actor, EntityLink, TimeAgo } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { CreationActions } from './CreationActions';
import styles from './creation.module.css';
import { regionsInWords } from './regionsInWords';

/** What is created, for whom and why, who began it, and what one can do about it. */
export function CreationHead(props: { creation: Creation }) {
  const { creation } = props;
  const { draft, startedBy, startedAt } = creation;
  const fleet = useFleet();
  return (
    <div className={styles.head}>
      <div className={styles.headline}>
        <Text as="h2" variant="title-small" weight="bold">
          Creation of {draft.name}
        </Text>
        <Text as="p">{draft.purpose}</Text>
        <Text as="p" color="secondary">
          A {draft.kind} of <EntityLink entityRef={draft.owner} /> in{' '}
          {regionsInWords(fleet, draft.regions)} · begun by{' '}
          <Actor actor={startedBy} />, <TimeAgo time={startedAt} />
        </Text>
      </div>
      <CreationActions creation={creation} />
    </div>
  );
}
