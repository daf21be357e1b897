import {
  RiCheckLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiLoader4Line,
} from '@remixicon/react';
import type { RollbackState } from '@sphera/plugin-rollback-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';

const STATES: Record<
  RollbackState,
  { word: string; tone: MarkTone; Sign: typeof RiCheckLine }
> = {
  running: { word: 'under way', tone: 'plain', Sign: RiLoader4Line },
  done: { word: 'done', tone: 'fine', Sign: RiCheckLine },
  failed: { word: 'failed', tone: 'wrong', Sign: RiErrorWarningLine },
  cancelled: { word: 'cancelled', tone: 'plain', Sign: RiCloseCircleLine },
};

/** How a rollback stands: a sign and a word. */
export function StateMark(props: { state: RollbackState }) {
  const { word, tone, Sign } = STATES[props.state];
  return <Mark tone={tone} icon={<Sign size={14} aria-hidden />} word={word} />;
}
