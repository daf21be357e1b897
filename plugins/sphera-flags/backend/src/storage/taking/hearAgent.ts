import type { Report } from '@sphera/plugin-flags-node';
import type { KeptAgent } from '../Kept';

const LONGEST_PROBLEM = 1_000;
const LONGEST_VERSION = 64;

/** Whether the same run of the agent said something later: it sends in order, so this is said once more. */
export const isOlder = (
  { instance, sequence }: Report,
  heard: KeptAgent,
): boolean => heard.instance === instance && heard.sequence >= sequence;

/** What is known of an agent after one more report of it. */
export function hearAgent(
  before: KeptAgent | undefined,
  report: Report,
  now: number,
): KeptAgent {
  const { cluster, instance, sequence } = report;
  if (before && isOlder(report, before)) return { ...before, heardAt: now };
  const heard: KeptAgent = {
    ...before,
    cluster,
    instance,
    sequence,
    heardAt: now,
  };
  if (report.kind === 'snapshot') return { ...heard, snapshotAt: now };
  if (report.kind !== 'heartbeat') return heard;
  const startedAt = Date.parse(report.startedAt);
  return {
    ...heard,
    ...(Number.isFinite(startedAt) && { startedAt }),
    version: report.agent.slice(0, LONGEST_VERSION),
    flags: report.flags,
    problem: report.problem?.slice(0, LONGEST_PROBLEM),
  };
}
