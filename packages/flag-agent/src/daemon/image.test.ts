import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { execFile, spawnSync } from 'node:child_process';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { ON } from '../__testUtils__/definitions';
import { imageCommand } from '../__testUtils__/imageCommand';
import { ServedPortal } from '../__testUtils__/ServedPortal';

const run = promisify(execFile);

/** A user who owns nothing. */
const NOBODY = 65_534;
const asNobody = [
  'setpriv',
  ...[`--reuid=${NOBODY}`, `--regid=${NOBODY}`],
  ...['--clear-groups', '--no-new-privs'],
];

/** Whether the test may act as somebody else, who may run Node.js where it is. */
function mayBeNobody(): boolean {
  const [program, ...args] = asNobody;
  return spawnSync(program, [...args, process.execPath, '-v']).status === 0;
}

let folder: string;
let bundle: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-image-'));
  bundle = await buildDaemon(join(folder, 'app'));
});
afterAll(async () => {
  await chmod(join(folder, 'app'), 0o755);
  await rm(folder, { recursive: true, force: true });
});

describe('The image', () => {
  it('has what its container file copies into it', async () => {
    const text = await readFile(resolve(__dirname, '../../Dockerfile'), 'utf8');
    const copied = [...text.matchAll(/^COPY (?:--\S+ )*(\S+) (\S+)$/gm)];
    expect(copied.map(([, from, to]) => [from, to])).toEqual([
      ['dist/flag-agent.cjs', '/app/flag-agent.cjs'],
    ]);
    expect(text).toMatch(/ENTRYPOINT \["node", .*"\/app\/flag-agent\.cjs"\]/);
  });

  it('starts, whatever is asked of it, with every option that its Node.js is given', async () => {
    const { nodeOptions } = imageCommand();
    expect(nodeOptions).not.toEqual([]);
    const args = [...nodeOptions, bundle, '--version'];
    const { stdout, stderr } = await run(process.execPath, args);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(stderr).toBe('');
  });

  it('needs no right but to write its flags, and leaves nothing else anywhere', async () => {
    const portal = await ServedPortal.start();
    const flags = join(folder, 'flags');
    await mkdir(flags);
    await chmod(folder, 0o755);
    await chmod(join(folder, 'app'), 0o555);
    const isNobody = mayBeNobody();
    if (isNobody) await chown(flags, NOBODY, NOBODY);
    const daemon = new Daemon(
      bundle,
      [
        '--cluster=here',
        `--file=${join(flags, 'flags.json')}`,
        `--log=${portal.url}`,
        '--port=0',
      ],
      { HOME: '/nowhere', TMPDIR: '/nowhere' },
      isNobody ? asNobody : [],
    );
    try {
      await portal.wish({ definition: ON });
      await eventually(async () =>
        expect(await portal.answers()).toEqual(['new-checkout 1 applied']),
      );
      expect((await daemon.get('/readyz')).status).toBe(200);
      expect(await daemon.kill('SIGTERM')).toBe(0);
    } finally {
      await daemon.kill();
      await portal.stop();
    }
    expect(await readdir(flags)).toEqual(['flags.json']);
    expect(await readdir(join(folder, 'app'))).toEqual(['flag-agent.cjs']);
  });
});
