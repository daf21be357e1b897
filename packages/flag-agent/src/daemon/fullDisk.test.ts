import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { ON, TARGETED } from '../__testUtils__/definitions';
import { ServedPortal } from '../__testUtils__/ServedPortal';

const run = promisify(execFile);

let built: string;
let bundle: string;
let folder: string;
let portal: ServedPortal;
let daemon: Daemon | undefined;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'sphera-daemon-'));
  bundle = await buildDaemon(built);
});
afterAll(async () => rm(built, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-disk-'));
  portal = await ServedPortal.start();
});
afterEach(async () => {
  await daemon?.kill();
  daemon = undefined;
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'flags.json');
const names = Array.from({ length: 500 }, (_, at) => `flag-${at}`);
const few = names.slice(0, 10);

function start(wrapper: string[] = []): Daemon {
  daemon = new Daemon(
    bundle,
    ['--cluster=here', `--file=${path()}`, `--log=${portal.url}`, '--port=0'],
    {},
    wrapper,
  );
  return daemon;
}

async function revisions(): Promise<Set<number>> {
  const { flags } = JSON.parse(await readFile(path(), 'utf8'));
  const held = Object.values<any>(flags);
  return new Set(held.map(({ metadata }) => metadata['sphera-revision']));
}

/** From a file of ten flags to one of five hundred, with no room for it until room is made. */
async function fillAndGoOn(
  running: Daemon,
  { sentence, makeRoom }: { sentence: RegExp; makeRoom(): Promise<unknown> },
) {
  await portal.wishAll(few, 1, ON);
  await eventually(async () =>
    expect(await portal.answers()).toHaveLength(few.length),
  );
  const before = await readFile(path(), 'utf8');

  await portal.wishAll(names, 2, TARGETED);
  await eventually(async () => {
    const { status, text } = await running.get('/readyz');
    expect({ status, text }).toEqual({
      status: 503,
      text: expect.stringMatching(sentence),
    });
  });
  // It tried more than once.
  await eventually(async () =>
    expect(
      await running.metric('sphera_flag_agent_failures_total'),
    ).toBeGreaterThan(1),
  );
  expect(await readFile(path(), 'utf8')).toBe(before);
  expect(await portal.answers()).toHaveLength(few.length);

  await makeRoom();
  await eventually(async () =>
    expect(await portal.answers()).toHaveLength(few.length + names.length),
  );
  expect(await revisions()).toEqual(new Set([2]));
  expect((await portal.answers()).slice(few.length)).toEqual(
    names.map(flag => `${flag} 2 applied`),
  );
  expect((await running.get('/readyz')).status).toBe(200);
  const heartbeats = await portal.reports('heartbeat');
  expect(heartbeats.map(({ problem }) => problem)).toContainEqual(
    expect.stringMatching(sentence),
  );
}

const isLinux = process.platform === 'linux';
(isLinux ? describe : describe.skip)('A daemon that may write no more', () => {
  it('waits, and goes on by itself once it may', async () => {
    const wrapper = ['sh', '-c', 'ulimit -S -f 16; exec "$@"', 'sh'];
    const running = start(wrapper);
    await fillAndGoOn(running, {
      sentence: /flags\.json may not become as large as it has to be/,
      makeRoom: async () =>
        run('prlimit', [`--pid=${running.pid}`, '--fsize=unlimited']),
    });
    expect(await readdir(folder)).toEqual(['flags.json']);
  });
});

const mount = (where: string, kilobytes: number) =>
  spawnSync('mount', [
    ...['-t', 'tmpfs', '-o', `size=${kilobytes}k`],
    ...['sphera-test', where],
  ]);

/** Whether the test may have a disk of its own. */
function mayMount(): boolean {
  const where = mkdtempSync(join(tmpdir(), 'sphera-mount-'));
  const done = mount(where, 64).status === 0;
  if (done) spawnSync('umount', [where]);
  rmdirSync(where);
  return done;
}

(mayMount() ? describe : describe.skip)('A daemon whose disk is full', () => {
  it('waits, and goes on by itself once there is room', async () => {
    mount(folder, 512);
    try {
      const filler = join(folder, 'filler');
      await writeFile(filler, 'x'.repeat(448 * 1024));
      await fillAndGoOn(start(), {
        sentence: /The disk is full/,
        makeRoom: async () => rm(filler),
      });
      expect(await readdir(folder)).toEqual(['flags.json']);
    } finally {
      await daemon?.kill();
      spawnSync('umount', [folder]);
    }
  });
});
