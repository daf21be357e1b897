import { Alert, ButtonLink } from '@backstage/ui';
import type { Flag } from '@sphera/plugin-flags-common';
import { useFlagLinks } from '../parts/useFlagLinks';

/** A roll-out is in the way of something: which, and the way to it. */
export function RolloutUnderWay(props: {
  rollout: NonNullable<Flag['rollout']>;
}) {
  const { id, sentence } = props.rollout;
  const links = useFlagLinks();
  return (
    <Alert
      status="info"
      icon
      title="It is being rolled out already"
      description={sentence}
      customActions={
        <ButtonLink size="small" variant="secondary" href={links.toRollout(id)}>
          See how it goes
        </ButtonLink>
      }
    />
  );
}
