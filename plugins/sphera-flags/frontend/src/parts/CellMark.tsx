import {
  RiCheckLine,
  RiCloseCircleFill,
  RiPencilLine,
  RiSendPlaneLine,
  RiSubtractLine,
  RiTimeLine,
  RiWifiOffLine,
} from '@remixicon/react';
import type { CellState } from '@sphera/plugin-flags-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';
import { STATE_MEANINGS, STATE_WORDS } from './stateWords';

const LOOKS: Record<CellState, { tone: MarkTone; Sign: typeof RiCheckLine }> = {
  'in-step': { tone: 'fine', Sign: RiCheckLine },
  queued: { tone: 'plain', Sign: RiTimeLine },
  'on-its-way': { tone: 'plain', Sign: RiSendPlaneLine },
  refused: { tone: 'wrong', Sign: RiCloseCircleFill },
  silent: { tone: 'unclear', Sign: RiWifiOffLine },
  changed: { tone: 'unclear', Sign: RiPencilLine },
  absent: { tone: 'plain', Sign: RiSubtractLine },
};

/** How a flag stands in a cluster: a sign, a colour, and a word. */
export function CellMark(props: {
  state: CellState;
  /** How many clusters stand so; absent: it is about one. */
  count?: number;
  /** More of it, when pointed at; absent: what the state means. */
  title?: string;
}) {
  const { state, count, title = STATE_MEANINGS[state] } = props;
  const word = STATE_WORDS[state];
  return (
    <Mark
      tone={LOOKS[state].tone}
      icon={<StateSign state={state} />}
      word={
        count === undefined ? word : `${count.toLocaleString('en')} ${word}`
      }
      title={title}
    />
  );
}

/** The sign of a state alone, for where its word stands beside it. */
export function StateSign(props: { state: CellState }) {
  const { Sign } = LOOKS[props.state];
  return <Sign size={14} aria-hidden />;
}
