import { flagCalled } from './copyFirstFlag';
import { GrowingPortal } from './GrowingPortal';
import type { GrowthDatabase } from './GrowthDatabase';
import { cpuMs, heapBytes, leastOf } from './spent';

const TIMES = 7;
/** Snapshots that are taken in, at most. */
const SHOWN = 500;

/** What a process measures: with one flag, changes of it; with many, what lives on all cells. */
export interface GrowthWanted {
  clusters: number;
  flags: number;
  database: GrowthDatabase;
}

/** What it found, by the name of the measure. */
export type Growth = Record<string, number>;

/** Changes that reach every cluster, from the click until the last acknowledgement is in the database. */
async function changes(
  portal: GrowingPortal,
  { clusters }: GrowthWanted,
): Promise<Growth> {
  const { agents } = portal;
  const reason = 'to measure growth';
  const flag = flagCalled(0);
  const followed = (operation: string, body: object) =>
    agents.untilKept(clusters, () =>
      portal.ask(operation, { flag, reason, ...body }),
    );
  await agents.untilKept(0, () => agents.beat());
  await followed('create-flag', {
    service: 'service-1',
    type: 'boolean',
    variants: { on: true, off: false },
    defaultVariant: 'off',
  });
  let isOn = false;
  const set = () => {
    isOn = !isOn;
    return followed('set-flag', { defaultVariant: isOn ? 'on' : 'off' });
  };
  const changeCpuMs = await leastOf(3, () => cpuMs(set));
  if (!isOn) await set();
  const killCpuMs = await cpuMs(() => followed('kill-flag', {}));
  return { changeCpuMs, killCpuMs, heapBytes: heapBytes() };
}

/** What grows with all cells: the start, memory, pages; and what comes in from every cluster all the time. */
async function pages(
  portal: GrowingPortal,
  { clusters, flags }: GrowthWanted,
): Promise<Growth> {
  const found: Growth = {
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    heapBytes: heapBytes(),
  };
  const questions = {
    listFlags: 'list-flags?limit=50',
    listFlagsOfOne: 'list-flags?limit=50&cluster=cluster-42',
    getFlag: `get-flag?flag=${flagCalled(1)}`,
    listDrift: 'list-drift?limit=50',
    listAgents: 'list-agents?limit=100',
    listChanges: `list-changes?limit=5&flag=${flagCalled(0)}`,
  };
  for (const [name, question] of Object.entries(questions)) {
    let answer = '';
    found[`${name}CpuMs`] = await leastOf(TIMES, () =>
      cpuMs(async () => (answer = await portal.ask(question))),
    );
    found[`${name}Bytes`] = answer.length;
  }
  const { agents } = portal;
  found.heartbeatsCpuMs = await leastOf(3, () =>
    cpuMs(() => agents.untilKept(0, () => agents.beat())),
  );
  // The first says what was never said, as each does after its agent was restarted.
  const { cells } = JSON.parse(await portal.ask(questions.getFlag));
  const { revision } = cells[0].wanted;
  const held = Array.from({ length: flags }, (_, number) => ({
    flag: flagCalled(number),
    revision,
    fingerprint: 'f'.repeat(64),
  }));
  const shown = Math.min(SHOWN, clusters);
  const show = async () => {
    found.snapshotBytes = await agents.show(shown, held);
  };
  await agents.untilKept(0, show);
  const showCpuMs = await cpuMs(() => agents.untilKept(0, show));
  found.snapshotCpuMs = showCpuMs / shown;
  return found;
}

async function measure(wanted: GrowthWanted): Promise<Growth> {
  const portal = new GrowingPortal(wanted.clusters, wanted.database);
  const startCpuMs = await cpuMs(() => portal.start());
  const found = await (wanted.flags === 1 ? changes : pages)(portal, wanted);
  return { ...found, startCpuMs };
}

process.once('message', (wanted: GrowthWanted) => {
  measure(wanted).then(
    found => process.send!(found, () => process.exit()),
    error => {
      console.error(error);
      process.exit(1);
    },
  );
});
