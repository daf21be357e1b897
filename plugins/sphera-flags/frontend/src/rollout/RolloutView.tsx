import { Alert, Link, Text } from '@backstage/ui';
import type { Rollout } from '@sphera/plugin-flags-common';
import { Actor, EntityLink, TimeAgo } from '@sphera/plugin-operations-react';
import { useFlagLinks } from '../parts/useFlagLinks';
import { durationInWords } from './durationWords';
import { RingTrack } from './RingTrack';
import styles from './rollout.module.css';
import { RolloutActions } from './RolloutActions';
import { RolloutMark } from './RolloutMark';

/** How a roll-out stands: what becomes of which flag, who wanted it and why, and ring by ring how far it is. */
export function RolloutView(props: { rollout: Rollout }) {
  const { rollout } = props;
  const { flag, service, value, state, reason, startedBy } = rollout;
  const { startedAt, endedAt, soak, sentence } = rollout;
  const links = useFlagLinks();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.headline}>
          <Text as="h2" variant="title-small" weight="bold">
            Roll-out of{' '}
            <Link variant="title-small" weight="bold" href={links.toFlag(flag)}>
              {flag}
            </Link>
          </Text>
          <div className={styles.title}>
            <Text as="p" variant="title-medium" weight="bold">
              {value}
            </Text>
            <RolloutMark state={state} />
          </div>
          <Text as="p">{reason}</Text>
          <Text as="p" color="secondary">
            <EntityLink entityRef={service} /> · by{' '}
            <Actor actor={startedBy.ref} />, <TimeAgo time={startedAt} />
            {endedAt && (
              <>
                {' '}
                · ended <TimeAgo time={endedAt} />
              </>
            )}{' '}
            · each ring is watched for {durationInWords(soak)}
          </Text>
        </div>
        <RolloutActions rollout={rollout} />
      </div>
      {state === 'stopped' ? (
        <Alert
          status="danger"
          icon
          role="alert"
          title={sentence}
          description="Nothing goes further by itself. Resume it once the reason is gone, and what was refused is sent again; or abort it."
        />
      ) : (
        <Text role="status">{sentence}</Text>
      )}
      <RingTrack rollout={rollout} />
    </div>
  );
}
