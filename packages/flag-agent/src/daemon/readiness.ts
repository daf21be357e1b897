import type { AgentState } from '../AgentState';

/**
 * Why the flags of the cluster may not be as they are wished, in one sentence; `undefined`: they are. That Kafka is away
 * is no reason: the flags that are there go on.
 */
export function unreadiness(state: AgentState): string | undefined {
  if (state.problem !== undefined) return state.problem;
  if (state.isCaughtUp) return undefined;
  const { problem } = state.bus;
  const reason = 'Not all earlier wishes are known yet';
  return problem === undefined ? reason : `${reason}: ${problem}`;
}
