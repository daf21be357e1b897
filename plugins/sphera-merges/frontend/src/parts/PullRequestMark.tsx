import {
  RiGitPullRequestLine,
  RiKey2Line,
  RiLoader4Line,
  RiSnowflakeLine,
} from '@remixicon/react';
import type { PullRequestState } from '@sphera/plugin-merges-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';

const SIGNS: Record<
  PullRequestState,
  { tone: MarkTone; word: string; Sign: typeof RiKey2Line }
> = {
  free: { tone: 'fine', word: 'free', Sign: RiGitPullRequestLine },
  held: { tone: 'unclear', word: 'held', Sign: RiSnowflakeLine },
  exempt: { tone: 'fine', word: 'exempt', Sign: RiKey2Line },
  changing: { tone: 'plain', word: 'changing', Sign: RiLoader4Line },
};

/** Whether the portal holds a pull request: a sign and a word. */
export function PullRequestMark(props: { state: PullRequestState }) {
  const { tone, word, Sign } = SIGNS[props.state];
  return <Mark tone={tone} icon={<Sign size={14} aria-hidden />} word={word} />;
}
