import {
  RiArrowGoBackLine,
  RiCheckLine,
  RiErrorWarningLine,
  RiPauseLine,
  RiStairsLine,
} from '@remixicon/react';
import type { RolloutState } from '@sphera/plugin-flags-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';
import { ROLLOUT_WORDS } from './stateWords';

const LOOKS: Record<
  RolloutState,
  { tone: MarkTone; Sign: typeof RiCheckLine }
> = {
  running: { tone: 'plain', Sign: RiStairsLine },
  paused: { tone: 'unclear', Sign: RiPauseLine },
  stopped: { tone: 'wrong', Sign: RiErrorWarningLine },
  done: { tone: 'fine', Sign: RiCheckLine },
  aborted: { tone: 'plain', Sign: RiArrowGoBackLine },
};

/** How a roll-out stands: a sign and a word. */
export function RolloutMark(props: { state: RolloutState }) {
  const { tone, Sign } = LOOKS[props.state];
  return (
    <Mark
      tone={tone}
      icon={<Sign size={14} aria-hidden />}
      word={ROLLOUT_WORDS[props.state]}
    />
  );
}
