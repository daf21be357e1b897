import { RiCheckLine, RiQuestionLine, RiWifiOffLine } from '@remixicon/react';
import type { Agent } from '@sphera/plugin-flags-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';
import { AGENT_WORDS } from './agentWords';

const LOOKS: Record<
  Agent['state'],
  { tone: MarkTone; Sign: typeof RiCheckLine }
> = {
  heard: { tone: 'fine', Sign: RiCheckLine },
  silent: { tone: 'unclear', Sign: RiWifiOffLine },
  never: { tone: 'plain', Sign: RiQuestionLine },
};

/** Whether a cluster is heard: a sign, a colour, and a word. */
export function AgentMark(props: { state: Agent['state'] }) {
  const { tone, Sign } = LOOKS[props.state];
  return (
    <Mark
      tone={tone}
      icon={<Sign size={14} aria-hidden />}
      word={AGENT_WORDS[props.state]}
    />
  );
}
