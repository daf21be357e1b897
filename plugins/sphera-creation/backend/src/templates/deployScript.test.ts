import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { REGION } from '../__testUtils__/startOutside';
import { ANSWERS } from './__testUtils__/answers';
import { startDryRuns } from './__testUtils__/startDryRuns';

// The whole scaffolder starts, on whatever machine.
jest.setTimeout(120_000);

const exec = promisify(execFile);
const FILE = `services/parcel-fares/staging/${REGION}.yaml`;

describe('scripts/deploy.sh', () => {
  let folder: string;
  const env = {
    PATH: process.env.PATH,
    HOME: tmpdir(),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'ci',
    GIT_AUTHOR_EMAIL: 'ci@example.org',
    GIT_COMMITTER_NAME: 'ci',
    GIT_COMMITTER_EMAIL: 'ci@example.org',
  };
  const git = (where: string, ...args: string[]) =>
    exec('git', args, { cwd: join(folder, where), env });
  async function commit(where: string, path: string, text: string) {
    await writeFile(join(folder, where, path), text);
    await git(where, 'add', '.');
    await git(where, 'commit', '--quiet', '-m', `Change ${path}`);
    await git(where, 'push', '--quiet', 'origin', 'HEAD');
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sphera-deploy-'));
    const portal = await startDryRuns({ codefresh: undefined });
    const { files } = await portal.run('microfrontend', ANSWERS);
    await portal.stop();
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, 'service', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await git(
      '.',
      'init',
      '--quiet',
      '--bare',
      '-b',
      'main',
      'deployments.git',
    );
    await git('.', 'clone', '--quiet', 'deployments.git', 'ours');
    await commit('ours', 'README.md', 'All that runs');
    await git('.', 'clone', '--quiet', 'deployments.git', 'theirs');
  });
  afterAll(async () => rm(folder, { recursive: true }));

  const deploy = (tag: string) =>
    exec('sh', ['scripts/deploy.sh', 'staging', tag, '../ours'], {
      cwd: join(folder, 'service'),
      env,
    });
  const published = async (path: string) =>
    (await git('deployments.git', 'show', `main:${path}`)).stdout;
  const commits = async () =>
    (await git('deployments.git', 'log', '--format=%s', 'main')).stdout
      .trim()
      .split('\n');

  it('commits the manifests of the environment with the tag', async () => {
    await deploy('0123456789ab');
    const written = await published(FILE);
    const source = await readFile(
      join(folder, 'service/deploy/staging', `${REGION}.yaml`),
      'utf8',
    );
    expect(written).toBe(
      source.replace(':set-by-the-pipeline', ':0123456789ab'),
    );
    expect(await commits()).toEqual([
      'parcel-fares 0123456789ab to staging',
      'Change README.md',
    ]);
  });

  it('commits nothing where nothing changes', async () => {
    const { stdout } = await deploy('0123456789ab');
    expect(stdout).toContain('is in staging already');
    expect(await commits()).toHaveLength(2);
  });

  it('takes along what somebody else committed meanwhile', async () => {
    await git('theirs', 'pull', '--quiet');
    await commit('theirs', 'other.yaml', 'another service');
    await deploy('ba9876543210');
    expect(await published(FILE)).toContain(':ba9876543210');
    expect(await published('other.yaml')).toBe('another service');
  });
});
