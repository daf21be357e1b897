import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';

/** How large. */
export interface RepositorySize {
  commits: number;
  files: number;
}

/** When its first commit is made, in milliseconds; the others follow a minute after each other. */
const BEGIN = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** Folders with thousands of folders in them are slow for everybody, and nobody has them. */
const EACH = 18;

/** A service, and where its file is. */
export const serviceOf = (nth: number) => {
  const team = Math.floor(nth / EACH);
  const area = Math.floor(team / EACH);
  const name = `service-${nth}`;
  const folder = `area-${area}/team-${team}/${name}`;
  return { name, path: `${folder}/values.yaml` };
};

/**
 * Makes a bare repository, as deployments leave it behind: each commit gives one of the services, in turns, its next version. One
 * file a service.
 */
export async function makeLargeRepository(
  folder: string,
  { commits, files }: RepositorySize,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await git(folder, ['init', '--quiet', '--bare', '-b', 'main']);
  await git(folder, ['config', 'uploadpack.allowFilter', 'true']);
  await git(folder, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  const child = spawn(
    'git',
    ['-c', 'core.compression=1', 'fast-import', '--quiet', '--done'],
    {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'inherit'],
    },
  );
  for (let nth = 0; nth < commits; nth++) {
    const commit = commitOf(nth, files);
    if (!child.stdin.write(commit)) await once(child.stdin, 'drain');
  }
  child.stdin.end('done\n');
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('git fast-import failed');
}

function commitOf(nth: number, files: number): string {
  const seconds = (BEGIN + nth * MINUTE) / 1_000;
  const who = `Release Bot <release-bot@kestrel-parcels.example> ${seconds} +0000`;
  const service = serviceOf(nth % files);
  const version = `4.${Math.floor(nth / files)}.${nth % 7}`;
  // The first gives every service its file.
  const services =
    nth === 0
      ? Array.from({ length: files }, (_, each) => serviceOf(each))
      : [service];
  return [
    'commit refs/heads/main\n',
    `author ${who}\ncommitter ${who}\n`,
    data(`${service.name} ${version} in production (#${nth})\n`),
    ...services.map(
      ({ name, path }) =>
        `M 100644 inline ${path}\n${data(values(name, version))}`,
    ),
    '\n',
  ].join('');
}

const values = (service: string, version: string) => `# Values of ${service}.
replicas: 3
image:
  repository: registry.kestrel-parcels.example/${service}
  tag: "${version}" # set by the pipeline
resources:
  requests: { cpu: 100m, memory: 256Mi }
  limits: { memory: 512Mi }
`;

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

async function git(folder: string, args: string[]): Promise<void> {
  const child = spawn('git', args, { cwd: folder, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`git ${args[0]} failed`);
}
