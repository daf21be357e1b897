import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { ON } from '../__testUtils__/definitions';
import { eventually } from '../__testUtils__/eventually';
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

const isLinux = process.platform === 'linux';
(isLinux ? describe : describe.skip)('The daemon', () => {
  it('takes little memory with 1,000 flags that changed three times', async () => {
    const bundle = await buildDaemon(folder);
    const path = join(folder, 'flags.json');
    const daemon = new Daemon(bundle, [
      '--cluster=here',
      `--file=${path}`,
      `--log=${portal.url}`,
      '--port=0',
    ]);
    try {
      const names = Array.from({ length: 1_000 }, (_, at) => `flag-${at}`);
      let most = 0;
      const follow = async (revision: number) => {
        await portal.wishAll(names, revision, revision % 2 ? targeted : ON);
        await eventually(async () => {
          most = Math.max(most, await daemon.megabytes());
          const { flags } = JSON.parse(await readFile(path, 'utf8'));
          const held = Object.values<any>(flags);
          expect(held).toHaveLength(1_000);
          expect(held[999].metadata['sphera-revision']).toBe(revision);
        });
        await eventually(async () =>
          expect(await portal.answers()).toHaveLength(revision * 1_000),
        );
      };
      for (const revision of [1, 2, 3]) await follow(revision);
      expect(Math.max(most, await daemon.megabytes())).toBeLessThan(
        PROMISED_MEGABYTES + FETCH_MEGABYTES,
      );
    } finally {
      await daemon.kill();
    }
  });
});
