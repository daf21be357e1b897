import { reportRecord, type AgentBus } from '@sphera/plugin-flags-node';
import { version } from '../../../package.json';
import type { AgentSettings } from '../AgentSettings';
import type { Machine } from '../Machine';
import type { Finding } from './Finding';

/** Whether reports can be sent: the portal hears of one heartbeat. */
export async function checkSending(
  bus: AgentBus,
  { cluster, topics }: Pick<AgentSettings, 'cluster' | 'topics'>,
  { clock, newId }: Machine,
  flags: number,
): Promise<Finding> {
  const at = new Date(clock.now()).toISOString();
  const heartbeat = reportRecord({
    version: 1,
    kind: 'heartbeat',
    cluster,
    instance: newId(),
    sequence: 1,
    at,
    startedAt: at,
    agent: version,
    flags,
  });
  try {
    await bus.sendReports([heartbeat]);
    const sentence = `The topic ${topics.reports} took a heartbeat of ${cluster}`;
    return { isGood: true, sentence };
  } catch (error) {
    const { message } = error as Error;
    const sentence = `The topic ${topics.reports} takes no reports: ${message}`;
    return { isGood: false, sentence };
  }
}
