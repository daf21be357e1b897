import {
  RiArrowGoBackLine,
  RiCheckLine,
  RiErrorWarningLine,
  RiLoader4Line,
} from '@remixicon/react';
import type { Creation } from '@sphera/plugin-creation-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';
import { CREATION_STATE_WORDS } from './stateWords';

const SIGNS: Record<
  Creation['state'],
  { tone: MarkTone; Sign: typeof RiCheckLine }
> = {
  running: { tone: 'plain', Sign: RiLoader4Line },
  stopped: { tone: 'wrong', Sign: RiErrorWarningLine },
  done: { tone: 'fine', Sign: RiCheckLine },
  undoing: { tone: 'unclear', Sign: RiArrowGoBackLine },
  undone: { tone: 'plain', Sign: RiArrowGoBackLine },
};

/** How a creation stands: a sign and a word. */
export function StateMark(props: { state: Creation['state'] }) {
  const { state } = props;
  const { tone, Sign } = SIGNS[state];
  return (
    <Mark
      tone={tone}
      icon={<Sign size={14} aria-hidden />}
      word={CREATION_STATE_WORDS[state]}
    />
  );
}
