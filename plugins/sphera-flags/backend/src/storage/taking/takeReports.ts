import type { Report } from '@sphera/plugin-flags-node';
import type { Knex } from 'knex';
import type { CellPlace, Incoming } from '../FlagStore';
import type { KeptAside } from '../Kept';
import { insertRows, putRows } from '../putRows';
import { type AgentRow, toAgentRow, toKeptAgent } from '../rows/agentRow';
import { lockRows } from '../writing/lockRows';
import {
  hearAcknowledgement,
  type Hearing,
  hearRefusal,
  hearSnapshot,
} from './hear';
import { hearAgent, isOlder } from './hearAgent';
import { HeardAnswers } from './HeardAnswers';
import type { HeardCells } from './HeardCells';
import { lockCells } from './lockCells';
import { noteRefusals } from './noteRefusals';
import { passOverTaken } from './positions';
import { unkeepable } from './unkeepable';
import { writeHeard } from './writeHeard';

const LONGEST_TEXT = 2_000;

/** Writes what reports say, each once. Returns the cells that something became different of. */
export async function takeReports(
  trx: Knex.Transaction,
  incoming: Incoming[],
  now: number,
): Promise<CellPlace[]> {
  const fresh = await passOverTaken(trx, incoming);
  if (fresh.length === 0) return [];
  const asides = fresh.flatMap(one => asideOf(one, now) ?? []);
  await keepAside(trx, asides);
  const reports = fresh.flatMap(one =>
    'report' in one && unkeepable(one.report) === undefined ? one.report : [],
  );
  const isOld = await writeAgents(trx, reports, now);
  const cells = await lockCells(trx, reports);
  const answers = new HeardAnswers();
  for (const report of reports) {
    hear(cells, answers, report, { isOld: isOld.has(report), now });
  }
  for (const cell of cells.all()) answers.noteOlder(cell);
  const changed = cells.all().filter(({ hasChanged }) => hasChanged);
  await writeHeard(trx, changed, now);
  await answers.write(trx, now);
  await noteRefusals(trx, changed, now);
  return changed.map(({ row: { flag, cluster } }) => ({ flag, cluster }));
}

function hear(
  cells: HeardCells,
  answers: HeardAnswers,
  report: Report,
  when: Hearing,
): void {
  switch (report.kind) {
    case 'acknowledgement':
      return hearAcknowledgement(cells, answers, report, when);
    case 'refusal':
      return hearRefusal(cells, answers, report, when);
    case 'snapshot':
      return hearSnapshot(cells, answers, report, when);
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

/** Returns the reports of which newer ones were taken before. */
async function writeAgents(
  trx: Knex.Transaction,
  reports: Report[],
  now: number,
): Promise<Set<Report>> {
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
  const old = new Set<Report>();
  for (const report of reports) {
    const before = agents.get(report.cluster);
    if (before && isOlder(report, before)) old.add(report);
    agents.set(report.cluster, hearAgent(before, report, now));
  }
  const heard = [...agents.values()].map(toAgentRow);
  await putRows(trx, 'flag_agents', 'cluster', heard);
  return old;
}
