import type { Agent } from '@sphera/plugin-flags-common';

/** Whether a cluster is heard, in words. */
export const AGENT_WORDS: Record<Agent['state'], string> = {
  heard: 'heard',
  silent: 'silent',
  never: 'never heard',
};

/** How the clusters stand, in one sentence: `5 clusters: 4 heard, 1 silent`. */
export function agentsInWords(agents: readonly Pick<Agent, 'state'>[]): string {
  const counts = (['heard', 'silent', 'never'] as const)
    .map(state => ({
      state,
      count: agents.filter(agent => agent.state === state).length,
    }))
    .filter(({ count }) => count > 0);
  return counts
    .map(({ state, count }) => `${count} ${AGENT_WORDS[state]}`)
    .join(', ');
}
