import {
  RiErrorWarningLine,
  RiGitMergeLine,
  RiLoader4Line,
  RiShieldCrossLine,
  RiSnowflakeLine,
} from '@remixicon/react';
import type { Hold, HoldState } from '@sphera/plugin-merges-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';
import { HOLD_STATE_WORDS, meaningOf } from './holdWords';

const SIGNS: Record<
  HoldState,
  { tone: MarkTone; Sign: typeof RiGitMergeLine }
> = {
  open: { tone: 'fine', Sign: RiGitMergeLine },
  frozen: { tone: 'unclear', Sign: RiSnowflakeLine },
  changing: { tone: 'plain', Sign: RiLoader4Line },
  failed: { tone: 'wrong', Sign: RiErrorWarningLine },
  unenforced: { tone: 'wrong', Sign: RiShieldCrossLine },
};

/** Where a repository stands: a sign and a word. */
export function HoldMark(props: { hold: Pick<Hold, 'state' | 'wanted'> }) {
  const { hold } = props;
  const { tone, Sign } = SIGNS[hold.state];
  return (
    <Mark
      tone={tone}
      icon={<Sign size={14} aria-hidden />}
      word={HOLD_STATE_WORDS[hold.state]}
      title={meaningOf(hold)}
    />
  );
}
