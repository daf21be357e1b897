import { parseCommandKey, type AgentBus } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';
import type { AgentSettings } from '../AgentSettings';
import type { Finding } from './Finding';

const PATIENCE_MS = 30_000;

/** Whether all wishes can be read. */
export async function checkReading(
  bus: AgentBus,
  { cluster, topics }: Pick<AgentSettings, 'cluster' | 'topics'>,
  clock: Clock,
): Promise<Finding> {
  const flags = new Set<string>();
  let callOff = () => {};
  let running: ReturnType<AgentBus['readCommands']> | undefined;
  const isGood = await new Promise<boolean>(resolve => {
    callOff = clock.after(PATIENCE_MS, () => resolve(false));
    running = bus.readCommands({
      async onBatch(records, isCaughtUp) {
        for (const { key } of records) {
          const whose = parseCommandKey(key);
          if (whose?.cluster === cluster) flags.add(whose.flag);
        }
        if (isCaughtUp) resolve(true);
      },
    });
  });
  callOff();
  await running?.stop();
  const reason = bus.state.problem ?? 'nothing came within 30 seconds';
  return {
    isGood,
    sentence: isGood
      ? `The topic ${topics.commands} can be read and has wishes for ${flags.size} flags of ${cluster}`
      : `The topic ${topics.commands} cannot be read: ${reason}`,
  };
}
