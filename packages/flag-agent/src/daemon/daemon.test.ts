import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDaemon, Daemon } from '../__testUtils__/Daemon';
import { ON, UNUSABLE } from '../__testUtils__/definitions';
import { ServedPortal } from '../__testUtils__/ServedPortal';

let built: string;
let bundle: string;
let folder: string;
let portal: ServedPortal;
let daemons: Daemon[] = [];
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'sphera-daemon-'));
  bundle = await buildDaemon(built);
});
afterAll(async () => rm(built, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-agent-'));
  portal = await ServedPortal.start();
});
afterEach(async () => {
  for (const daemon of daemons) await daemon.kill();
  daemons = [];
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'flags.json');
const flags = async () => JSON.parse(await readFile(path(), 'utf8')).flags;

function start(args: string[] = [], log = portal.url): Daemon {
  const all = ['--cluster=here', `--file=${path()}`, `--log=${log}`];
  const daemon = new Daemon(bundle, [...all, '--port=0', ...args]);
  daemons.push(daemon);
  return daemon;
}

describe('The daemon', () => {
  it('applies what is wished, and is ready once it has', async () => {
    await portal.wish({ definition: ON });
    const daemon = start();
    await eventually(async () =>
      expect(await daemon.get('/readyz')).toEqual({
        status: 200,
        text: 'It is ready\n',
      }),
    );
    expect((await flags())['new-checkout']).toMatchObject(ON);
    expect((await daemon.get('/healthz')).status).toBe(200);
    expect((await daemon.get('/elsewhere')).status).toBe(404);
  });

  it('counts what it does', async () => {
    await portal.wish({ flag: 'one', definition: ON });
    await portal.wish({ flag: 'two', definition: UNUSABLE });
    await portal.send({ key: 'here/three', value: 'rubbish' });
    const daemon = start();
    await eventually(async () => {
      const { text } = await daemon.get('/metrics');
      for (const line of [
        'sphera_flag_agent_wishes_total{outcome="applied"} 1',
        'sphera_flag_agent_wishes_total{outcome="refused"} 1',
        'sphera_flag_agent_unreadable_total 1',
        'sphera_flag_agent_failures_total 0',
        'sphera_flag_agent_flags 1',
        'sphera_flag_agent_kept_reports 0',
        'sphera_flag_agent_dropped_reports_total 0',
        'sphera_flag_agent_caught_up 1',
        'sphera_flag_agent_blocked 0',
      ]) {
        expect(text.split('\n')).toContain(line);
      }
    });
    expect(
      await daemon.metric('sphera_flag_agent_silence_seconds'),
    ).toBeGreaterThanOrEqual(0);
    expect(
      await daemon.metric('sphera_flag_agent_resident_memory_bytes'),
    ).toBeGreaterThan(1e7);
  });

  it('is not ready while the other side is away, and says why', async () => {
    const daemon = start([], 'http://127.0.0.1:9/flags/log');
    await eventually(async () =>
      expect(await daemon.get('/readyz')).toEqual({
        status: 503,
        text: expect.stringMatching(
          /^Not all earlier wishes are known yet: .*does not answer/,
        ),
      }),
    );
    expect((await daemon.get('/healthz')).status).toBe(200);
  });

  it('goes on where nobody takes its log any longer', async () => {
    const daemon = start(['--log-level=debug']);
    await eventually(async () =>
      expect((await daemon.get('/readyz')).status).toBe(200),
    );
    daemon.closeOutput();
    await writeFile(path(), 'no flags');
    await eventually(async () =>
      expect(await readdir(folder)).toContainEqual(
        expect.stringMatching(/^flags\.json\.broken-/),
      ),
    );
    await portal.wish({ definition: ON });
    await eventually(async () =>
      expect(await portal.answers()).toEqual(['new-checkout 1 applied']),
    );
    expect((await daemon.get('/healthz')).status).toBe(200);
  });

  it('waits with --check for an other side that comes later', async () => {
    const { url } = portal;
    await portal.stop();
    const daemon = start(['--check'], url);
    await eventually(() => expect(daemon.output).toMatch(/^good {3}The file/));
    portal = await ServedPortal.start(Number(new URL(url).port));
    expect(await daemon.end()).toBe(0);
    expect(daemon.output.match(/^good/gm)).toHaveLength(3);
  });

  it('is set by the environment, too', async () => {
    const daemon = new Daemon(bundle, [], {
      FLAG_AGENT_CLUSTER: 'here',
      FLAG_AGENT_FILE: path(),
      FLAG_AGENT_LOG: portal.url,
      FLAG_AGENT_PORT: '0',
      FLAG_AGENT_HOST: '127.0.0.1',
    });
    daemons.push(daemon);
    await eventually(async () =>
      expect((await daemon.get('/readyz')).status).toBe(200),
    );
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends well at %s, with its last words said',
    async signal => {
      await portal.wish({ definition: ON });
      const daemon = start();
      await eventually(async () =>
        expect((await daemon.get('/readyz')).status).toBe(200),
      );
      expect(await daemon.kill(signal)).toBe(0);
      expect(daemon.output).toContain('It was told to end');
      expect(await portal.answers()).toEqual(['new-checkout 1 applied']);
    },
  );
});
