import type { Rollout } from '@sphera/plugin-flags-common';
import { Track } from '@sphera/plugin-operations-react';
import { RingDetail } from './RingDetail';
import { ringInWords, trackStateOf } from './stateWords';

// More of them side by side would have no room for their clusters.
const MOST_SIDE_BY_SIDE = 4;

/** The rings of a roll-out in order, each with its clusters: what is behind it, where it is, what is to come. */
export function RingTrack(props: { rollout: Rollout }) {
  const { rollout } = props;
  const { rings } = rollout;
  return (
    <Track
      label="Rings"
      isUpright={rings.length > MOST_SIDE_BY_SIDE || undefined}
      steps={rings.map(ring => {
        return {
          key: ring.name,
          state: trackStateOf(ring, rollout),
          name: ring.name,
          word: ringInWords(ring, rollout),
          detail: <RingDetail ring={ring} rollout={rollout} />,
        };
      })}
    />
  );
}
