import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RealKafka } from '@sphera/dev-fleet';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import {
  openKafkaPortalBus,
  readReport,
  wishRecord,
  type PortalBus,
  type Report,
} from '@sphera/plugin-flags-node';
import { systemClock } from '@sphera/plugin-operations-common';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { ON } from '../__testUtils__/definitions';
import { eventually } from '../__testUtils__/eventually';
import { wishOf } from '../__testUtils__/Portal';

jest.setTimeout(120_000);

/** What the product promises, with 1,000 flags. */
const PROMISED_MEGABYTES = 100;

const given = process.env.SPHERA_TEST_KAFKA_BROKERS?.split(',');
const id = `sphera-agent-${process.pid}`;
const topics = { commands: `${id}.commands`, reports: `${id}.reports` };
const reports: Report[] = [];
let folder: string;
let bundle: string;
let kafka: RealKafka | undefined;
let brokers: string[];
let portal: PortalBus;
let daemons: Daemon[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-daemon-'));
  bundle = await buildDaemon(folder);
  kafka = given ? undefined : await RealKafka.start({});
  brokers = given ?? kafka!.brokers;
  const quiet = { debug() {}, info() {}, warn() {} };
  portal = openKafkaPortalBus({
    settings: { brokers, clientId: id },
    topics,
    partitions: 3,
    replicas: 1,
    createTopics: true,
    clock: systemClock,
    logger: quiet,
  });
  portal.start();
  portal.readReports({
    startAt: async () => undefined,
    async onBatch(records) {
      for (const record of records) {
        const read = readReport(record);
        if ('report' in read) reports.push(read.report);
      }
    },
  });
});
afterEach(async () => {
  for (const daemon of daemons) await daemon.kill();
  daemons = [];
});
afterAll(async () => {
  await portal?.stop();
  await kafka?.stop();
  await rm(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'flags.json');

function start(...more: string[]): Daemon {
  const daemon = new Daemon(bundle, [
    '--cluster=here',
    `--file=${path()}`,
    `--brokers=${brokers.join(',')}`,
    `--commands-topic=${topics.commands}`,
    `--reports-topic=${topics.reports}`,
    '--port=0',
    ...more,
  ]);
  daemons.push(daemon);
  return daemon;
}

const targeted: FlagDefinition = {
  ...ON,
  targeting: {
    if: [
      { in: [{ var: 'country' }, ['DE', 'AT', 'CH']] },
      {
        fractional: [
          ['on', 25],
          ['off', 75],
        ],
      },
      'off',
    ],
  },
};
const names = Array.from({ length: 1_000 }, (_, at) => `flag-${at}`);

const wishAll = async (revision: number, definition: FlagDefinition) =>
  eventually(async () =>
    portal.sendCommands(
      names.map(flag => wishRecord(wishOf({ flag, revision, definition }))),
    ),
  );

async function areApplied(revision: number) {
  await eventually(async () => {
    const { flags } = JSON.parse(await readFile(path(), 'utf8'));
    const held = Object.values<any>(flags);
    expect(held).toHaveLength(1_000);
    for (const { metadata } of held) {
      expect(metadata['sphera-revision']).toBe(revision);
    }
  });
}

describe('The daemon on a real Kafka', () => {
  it('applies 1,000 flags, answers each, and takes under 100 MB', async () => {
    const daemon = start();
    for (const revision of [1, 2, 3]) {
      await wishAll(revision, revision % 2 ? targeted : ON);
      await areApplied(revision);
      await eventually(() =>
        expect(
          reports.filter(
            report =>
              report.kind === 'acknowledgement' &&
              report.revision === revision &&
              report.outcome === 'applied',
          ),
        ).toHaveLength(1_000),
      );
    }
    expect(await daemon.megabytes()).toBeLessThan(PROMISED_MEGABYTES);
  });

  it('says with --check that all is well', async () => {
    const daemon = start('--check');
    expect(await daemon.end()).toBe(0);
    expect(daemon.output.split('\n')).toEqual([
      `good   The file ${path()} can be written and holds 1000 flags`,
      `good   The topic ${topics.commands} can be read and has wishes for 1000 flags of here`,
      `good   The topic ${topics.reports} took a heartbeat of here`,
      '',
    ]);
  });
});
