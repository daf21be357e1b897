import type { AgentOptions } from './AgentOptions';
import type { AgentState } from './AgentState';
import { FlagAgent } from './FlagAgent';

/** An agent that runs. */
export interface RunningAgent {
  state(): AgentState;
  /** Ends it cleanly; its bus goes on. */
  stop(): Promise<void>;
}

/**
 * Starts the agent of one cluster: it reads what the portal wishes, keeps flagd's flags so, and reports. It answers at once,
 * and goes on trying where its place or the other side is away. Several may run in one process.
 */
export function startAgent(options: AgentOptions): RunningAgent {
  const agent = new FlagAgent(options);
  const started = agent.start();
  return {
    state: () => agent.state(),
    async stop() {
      await started;
      await agent.stop();
    },
  };
}
