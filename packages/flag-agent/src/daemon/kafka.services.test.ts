import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openKafkaPortalBus,
  readReport,
  wishRecord,
  type PortalBus,
  type Report,
} from '@sphera/plugin-flags-node';
import {
  type GivenKafka,
  givenKafka,
  TopicsOfTest,
} from '@sphera/plugin-flags-node/testUtils';
import { systemClock } from '@sphera/plugin-operations-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { ClusterOfTest } from '../__testUtils__/ClusterOfTest';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { ON, TARGETED } from '../__testUtils__/definitions';
import { wishOf } from '../__testUtils__/Portal';

jest.setTimeout(120_000);

/** What the product promises, with 1,000 flags. */
const PROMISED_MEGABYTES = 100;

const reports: Report[] = [];
let folder: string;
let bundle: string;
let kafka: GivenKafka;
let made: TopicsOfTest;
let portal: PortalBus;
let daemons: Daemon[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-daemon-'));
  bundle = await buildDaemon(folder);
  kafka = await givenKafka();
  made = new TopicsOfTest(kafka.brokers);
  const quiet = { debug() {}, info() {}, warn() {} };
  portal = openKafkaPortalBus({
    settings: { brokers: kafka.brokers, clientId: made.topics.commands },
    topics: made.topics,
    partitions: made.partitions,
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
  // Given brokers live on.
  await made?.remove();
  await kafka?.stop();
  await rm(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'flags.json');

function start(cluster: string, place: string[], env = {}): Daemon {
  const daemon = new Daemon(
    bundle,
    [
      `--cluster=${cluster}`,
      ...place,
      `--brokers=${kafka.brokers.join(',')}`,
      `--commands-topic=${made.topics.commands}`,
      `--reports-topic=${made.topics.reports}`,
      '--port=0',
    ],
    env,
  );
  daemons.push(daemon);
  return daemon;
}

const names = Array.from({ length: 1_000 }, (_, at) => `flag-${at}`);

async function wishAll(cluster: string, revision: number) {
  const definition = revision % 2 ? TARGETED : ON;
  const wishes = names.map(flag =>
    wishOf({ cluster, flag, revision, definition }),
  );
  await eventually(async () => portal.sendCommands(wishes.map(wishRecord)));
}

const appliedIn = (cluster: string, revision: number) =>
  reports.filter(
    report =>
      report.kind === 'acknowledgement' &&
      report.cluster === cluster &&
      report.revision === revision &&
      report.outcome === 'applied',
  );

/** Wishes 1,000 flags several times, and looks each time whether all are in the place. */
async function changeAll(cluster: string, read: () => Promise<string>) {
  for (const revision of [1, 2, 3, 4]) {
    await wishAll(cluster, revision);
    await eventually(() =>
      expect(appliedIn(cluster, revision)).toHaveLength(1_000),
    );
    const held = Object.values<any>(JSON.parse(await read()).flags);
    expect(held.map(({ metadata }) => metadata['sphera-revision'])).toEqual(
      names.map(() => revision),
    );
  }
}

describe('The daemon on a real Kafka', () => {
  const often = '--snapshot-every=PT1S';

  it('applies 1,000 flags, answers each, and never takes 100 MB', async () => {
    const daemon = start('here', [`--file=${path()}`, often]);
    await changeAll('here', () => readFile(path(), 'utf8'));
    expect(await daemon.mostMegabytes()).toBeLessThan(PROMISED_MEGABYTES);
  });

  it('does so, too, where it keeps a ConfigMap in a real cluster with the rights that are shipped', async () => {
    const cluster = await ClusterOfTest.make();
    try {
      const account = await cluster.installAgent();
      const daemon = start(
        'there',
        [
          `--config-map=${cluster.namespace}/flags`,
          `--service-account-folder=${account}`,
          often,
        ],
        cluster.env,
      );
      await changeAll('there', async () => {
        const map = await cluster.kubectl('get configmap flags -o json');
        return JSON.parse(map).data['flags.json'];
      });
      expect((await daemon.get('/readyz')).status).toBe(200);
      expect(await daemon.mostMegabytes()).toBeLessThan(PROMISED_MEGABYTES);
    } finally {
      await cluster.remove();
    }
  });

  it('says with --check that all is well', async () => {
    const daemon = start('here', [`--file=${path()}`, '--check']);
    expect(await daemon.end()).toBe(0);
    expect(daemon.output.split('\n')).toEqual([
      `good   The file ${path()} can be written and holds 1000 flags`,
      `good   The topic ${made.topics.commands} can be read and has wishes for 1000 flags of here`,
      `good   The topic ${made.topics.reports} took a heartbeat of here`,
      '',
    ]);
  });
});
