import type { Report } from '@sphera/plugin-flags-node';
import type { Knex } from 'knex';
import type { Incoming } from '../FlagStore';
import type { KeptAside } from '../Kept';
import { insertRows, putRows } from '../putRows';
import { type AgentRow, toAgentRow, toKeptAgent } from '../rows/agentRow';
import { lockRows } from '../writing/lockRows';
import {
  hearAcknowledgement,
  type HeardCells,
  hearRefusal,
  hearSnapshot,
} from './hear';
import { hearAgent } from './hearAgent';
import { HeardAnswers } from './HeardAnswers';
import { lockCells } from './lockCells';
import { passOverTaken } from './positions';
import { unkeepable } from './unkeepable';

const LONGEST_TEXT = 2_000;

/** Writes what reports say, each once. Returns the cells that something became different of. */
export async function takeReports(
  trx: Knex.Transaction,
  incoming: Incoming[],
  now: number,
): Promise<Array<{ flag: string; cluster: string }>> {
  const fresh = await passOverTaken(trx, incoming);
  if (fresh.length === 0) return [];
  const asides = fresh.flatMap(one => asideOf(one, now) ?? []);
  await keepAside(trx, asides);
  const reports = fresh.flatMap(one =>
    'report' in one && unkeepable(one.report) === undefined ? one.report : [],
  );
  await writeAgents(trx, reports, now);
  const cells = await lockCells(trx, reports);
  const answers = new HeardAnswers();
  for (const report of reports) hear(cells, answers, report, now);
  const changed = [...cells.values()].filter(({ hasChanged }) => hasChanged);
  const rows = changed.map(({ row }) => ({ ...row, updated_at: now }));
  await putRows(trx, 'flag_cells', 'id', rows);
  await answers.write(trx, now);
  return changed.map(({ row: { flag, cluster } }) => ({ flag, cluster }));
}

function hear(
  cells: HeardCells,
  answers: HeardAnswers,
  report: Report,
  now: number,
): void {
  switch (report.kind) {
    case 'acknowledgement':
      return hearAcknowledgement(cells, answers, report, now);
    case 'refusal':
      return hearRefusal(cells, answers, report, now);
    case 'snapshot':
      return hearSnapshot(cells, answers, report, now);
    default:
      return undefined;
  }
}

/** What is kept aside of a message; `undefined`: it is a report that can be taken. */
function asideOf(
  incoming: Incoming,
  now: number,
): Omit<KeptAside, 'id'> | undefined {
  if ('aside' in incoming) return incoming.aside;
  const { topic, partition, offset, report } = incoming;
  const { cluster } = report;
  const at = { at: now, topic, partition, offset: offset.toString() };
  if (report.kind === 'unreadable') {
    const reason = `The agent of ${cluster} could not read the command at offset ${report.offset} of partition ${report.partition}: ${report.reason}`;
    return { ...at, key: report.key ?? cluster, reason, text: '' };
  }
  const problem = unkeepable(report);
  if (problem === undefined) return undefined;
  const text = JSON.stringify(report);
  return { ...at, key: cluster, reason: `The report ${problem}`, text };
}

async function keepAside(
  trx: Knex.Transaction,
  asides: Array<Omit<KeptAside, 'id'>>,
): Promise<void> {
  const cut = (text: string) => text.slice(0, LONGEST_TEXT);
  await insertRows(
    trx,
    'flag_asides',
    asides.map(({ key, reason, text, ...place }) => ({
      ...place,
      key: key === undefined ? null : cut(key),
      reason: cut(reason),
      text: cut(text),
    })),
  );
}

async function writeAgents(
  trx: Knex.Transaction,
  reports: Report[],
  now: number,
): Promise<void> {
  const clusters = reports.map(({ cluster }) => cluster);
  const rows = await lockRows<AgentRow>(
    trx,
    'flag_agents',
    'cluster',
    clusters,
  );
  const agents = new Map(
    [...rows].map(([cluster, row]) => [cluster, toKeptAgent(row)]),
  );
  for (const report of reports) {
    const { cluster } = report;
    agents.set(cluster, hearAgent(agents.get(cluster), report, now));
  }
  const heard = [...agents.values()].map(toAgentRow);
  await putRows(trx, 'flag_agents', 'cluster', heard);
}
