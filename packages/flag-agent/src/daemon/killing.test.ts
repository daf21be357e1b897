import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { OFF, ON } from '../__testUtils__/definitions';
import { ServedPortal } from '../__testUtils__/ServedPortal';

jest.setTimeout(240_000);

/** So often it is killed; each time a batch of wishes is under way. */
const KILLS = 20;
/** Revisions of each flag in a batch, one wish after the other. */
const REVISIONS = 3;

let folder: string;
let bundle: string;
let portal: ServedPortal;
let daemon: Daemon;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-killing-'));
  bundle = await buildDaemon(folder);
  portal = await ServedPortal.start();
});
afterAll(async () => {
  await daemon?.kill();
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'flags.json');
const names = Array.from({ length: 40 }, (_, at) => `flag-${at + 10}`);
let revision = 0;

async function start(): Promise<void> {
  daemon = new Daemon(bundle, [
    '--cluster=here',
    `--file=${path()}`,
    `--log=${portal.url}`,
    '--port=0',
  ]);
  await eventually(async () =>
    expect((await daemon.get('/readyz')).status).toBe(200),
  );
}

/** Revision of each flag, where the file is whole. */
async function held(): Promise<Map<string, number>> {
  const { flags } = JSON.parse(await readFile(path(), 'utf8'));
  return new Map(
    Object.entries<any>(flags).map(([flag, { metadata }]) => [
      flag,
      metadata['sphera-revision'],
    ]),
  );
}

const allHold = async () =>
  expect([...(await held()).values()]).toEqual(names.map(() => revision));

/** Each revision is wished once the one before is in the file, or nobody is there to put it there. */
async function wishBatch(isDead = () => false): Promise<void> {
  for (let count = 0; count < REVISIONS; count++) {
    revision += 1;
    await portal.wishAll(names, revision, revision % 2 ? ON : OFF);
    await eventually(async () => {
      if (!isDead()) await allHold();
    });
  }
}

/** How long a batch takes here, in milliseconds, so that kills are spread over it on every machine. */
async function timeOfBatch(): Promise<number> {
  const began = performance.now();
  await wishBatch();
  const wishes = names.length * REVISIONS;
  await eventually(async () =>
    expect(await portal.answers()).toHaveLength(wishes),
  );
  return performance.now() - began;
}

describe('A daemon that is killed in the middle of changes', () => {
  it(`leaves a whole file behind, ${KILLS} times, and answers every wish; none is applied twice or after a newer one`, async () => {
    const random = seededRandom(4711);
    await start();
    const batch = await timeOfBatch();
    let before = await held();
    for (let kill = 0; kill < KILLS; kill++) {
      const delay = batch * ((kill + random()) / KILLS);
      let isDead = false;
      const wishing = wishBatch(() => isDead);
      await new Promise(done => setTimeout(done, delay));
      await daemon.kill('SIGKILL');
      isDead = true;
      await wishing;

      const after = await held();
      expect([...after.keys()]).toEqual(names);
      for (const [flag, at] of after) {
        expect(at).toBeGreaterThanOrEqual(before.get(flag)!);
      }
      await start();
      await eventually(allHold);
      before = await held();
    }

    await eventually(async () =>
      expect(await daemon.metric('sphera_flag_agent_kept_reports')).toBe(0),
    );
    const answers = await portal.reports('acknowledgement');
    const asked = new Set(answers.map(one => `${one.flag} ${one.revision}`));
    expect(asked.size).toBe(names.length * revision);
    const applied = new Map<string, number[]>();
    for (const { outcome, flag, revision: at } of answers) {
      if (outcome !== 'applied') continue;
      applied.set(flag, [...(applied.get(flag) ?? []), at]);
    }
    for (const revisions of applied.values()) {
      expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    }
    expect(await readdir(folder)).toEqual(['flag-agent.cjs', 'flags.json']);
  });
});
