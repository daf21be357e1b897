import { Text } from '@backstage/ui';
import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import { Actor, exactly, TimeAgo } from '@sphera/plugin-operations-react';

/** The bounds that were last set through the portal: by whom, why, until when. */
export function BoundsOverride(props: {
  override: NonNullable<Autoscaler['override']>;
}) {
  const { minReplicas, maxReplicas, setBy, setAt, reason, ...rest } =
    props.override;
  const { expiresAt, fallBackTo } = rest;
  return (
    <div>
      <Text as="p">
        Set to {minReplicas} to {maxReplicas} by <Actor actor={setBy} />,{' '}
        <TimeAgo time={setAt} />: {reason}
      </Text>
      {expiresAt && (
        <Text as="p" color="secondary">
          Falls back to {fallBackTo.minReplicas} to {fallBackTo.maxReplicas}{' '}
          <TimeAgo time={expiresAt} /> ({exactly(expiresAt)})
        </Text>
      )}
    </div>
  );
}
