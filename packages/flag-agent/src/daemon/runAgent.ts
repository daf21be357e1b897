import { version } from '../../package.json';
import { startAgent } from '../startAgent';
import type { AgentSettings } from './AgentSettings';
import { jsonLogger } from './jsonLogger';
import type { Machine } from './Machine';
import { metricsText } from './metrics';
import { openBus } from './openBus';
import { openPlace } from './openPlace';
import { serveHealth } from './serveHealth';
import { verifierOf } from './verifierOf';

/** Keeps the flags until the process is told to end. @throws SettingsError */
export async function runAgent(
  settings: AgentSettings,
  { env, clock, newId, write, ending }: Machine,
): Promise<void> {
  const startedAt = clock.now();
  const logger = jsonLogger(settings.logLevel, write, clock.now);
  const flags = openPlace(settings, env, clock);
  const bus = openBus(settings, clock, logger);
  const agent = startAgent({
    ...settings,
    bus,
    flags,
    verifier: verifierOf(settings),
    clock,
    newId,
    logger,
    version,
  });
  try {
    const metrics = () => {
      const state = agent.state();
      return metricsText(state, {
        silentFor: clock.now() - (state.heardAt ?? startedAt),
        memory: process.memoryUsage.rss(),
      });
    };
    const health = await serveHealth(settings, agent.state, metrics);
    logger.info(
      `Agent ${version} of ${settings.cluster} keeps ${flags.name}; health is at port ${health.port}`,
    );
    await ending;
    logger.info('It was told to end');
    await health.stop();
  } finally {
    await agent.stop();
    await bus.stop();
  }
}
