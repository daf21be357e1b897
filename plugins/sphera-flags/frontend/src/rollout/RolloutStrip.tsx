import { Alert, ButtonLink } from '@backstage/ui';
import { type Flag, getRollout } from '@sphera/plugin-flags-common';
import { useOperation } from '@sphera/plugin-operations-react';
import { useFlagLinks } from '../parts/useFlagLinks';
import { RingStrip } from './RingStrip';
import { ROLLOUT_WORDS } from './stateWords';

const STATUS = {
  running: 'info',
  paused: 'warning',
  stopped: 'danger',
} as const;

/** The roll-out of a flag that is under way: how it stands, its rings drawn small, and the way to it. Nothing where there is none. */
export function RolloutStrip(props: { flag: Pick<Flag, 'rollout'> }) {
  const { rollout } = props.flag;
  const links = useFlagLinks();
  const asked = useOperation(
    getRollout,
    { id: rollout?.id ?? '' },
    { enabled: Boolean(rollout) },
  );
  if (!rollout) return null;
  const { id, state, sentence } = rollout;
  return (
    <Alert
      status={STATUS[state]}
      icon
      title={`A roll-out is ${ROLLOUT_WORDS[state]}${
        asked.data ? `: ${asked.data.value}` : ''
      }`}
      description={
        <>
          {sentence}
          {asked.data && <RingStrip rollout={asked.data} />}
        </>
      }
      customActions={
        <ButtonLink size="small" variant="secondary" href={links.toRollout(id)}>
          See how it goes
        </ButtonLink>
      }
    />
  );
}
