import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { ON, TARGETED } from '../__testUtils__/definitions';
import { ServedPortal } from '../__testUtils__/ServedPortal';

/** What the product promises, with 1,000 flags (on Kafka: kafka.services.test.ts). */
const PROMISED_MEGABYTES = 100;
/** What the `fetch` of Node.js takes, by which the daemon speaks with a log, and not with Kafka. */
const FETCH_MEGABYTES = 20;

let folder: string;
let portal: ServedPortal;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-memory-'));
  portal = await ServedPortal.start();
});
afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

const isLinux = process.platform === 'linux';
(isLinux ? describe : describe.skip)('The daemon', () => {
  it('never takes more memory than it may, with 1,000 flags that changed three times', async () => {
    const bundle = await buildDaemon(folder);
    const path = join(folder, 'flags.json');
    const daemon = new Daemon(bundle, [
      '--cluster=here',
      `--file=${path}`,
      `--log=${portal.url}`,
      '--port=0',
      '--snapshot-every=PT1S',
    ]);
    try {
      const names = Array.from({ length: 1_000 }, (_, at) => `flag-${at}`);
      for (const revision of [1, 2, 3]) {
        await portal.wishAll(names, revision, revision % 2 ? TARGETED : ON);
        await eventually(async () =>
          expect(
            await daemon.metric(
              'sphera_flag_agent_wishes_total{outcome="applied"}',
            ),
          ).toBe(revision * 1_000),
        );
        const { flags } = JSON.parse(await readFile(path, 'utf8'));
        const revisions = Object.values<any>(flags).map(
          ({ metadata }) => metadata['sphera-revision'],
        );
        expect(revisions).toEqual(names.map(() => revision));
      }
      expect(await daemon.mostMegabytes()).toBeLessThan(
        PROMISED_MEGABYTES + FETCH_MEGABYTES,
      );
    } finally {
      await daemon.kill();
    }
  });
});
