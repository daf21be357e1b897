import { runGit } from './runGit';

/** A person or a program that commits. */
export interface GitPerson {
  name: string;
  email: string;
}

/** A commit that is to be made. */
export interface ImportedCommit {
  /** By path: the new text; `null` takes the file away. */
  files: Record<string, string | null>;
  message: string;
  author: GitPerson;
  /** Who brought it to the branch; the author if absent. */
  committer?: GitPerson;
  /** In milliseconds; git keeps seconds. */
  at: number;
}

/** Commits that are to come to a branch, one after the other, the oldest first. */
export interface ImportedBranch {
  branch: string;
  commits: ImportedCommit[];
  /** What the first one follows: a commit, or another branch that comes before; empty for nothing. */
  from: string;
}

const refOf = (branch: string) => `refs/heads/${branch}`;

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** Puts commits on a branch of a bare repository; returns the hash of the last one. */
export async function fastImport(
  folder: string,
  { branch, commits }: Omit<ImportedBranch, 'from'>,
): Promise<string> {
  const parent = await runGit(folder, [
    'for-each-ref',
    '--format=%(objectname)',
    refOf(branch),
  ]);
  const from = parent.trim();
  const [hash] = await importBranches(folder, [{ branch, commits, from }]);
  return hash;
}

/** Puts commits on branches of a bare repository, all at once; returns the hash of each one's last. */
export async function importBranches(
  folder: string,
  branches: ImportedBranch[],
): Promise<string[]> {
  const stream = branches.flatMap(({ branch, commits, from }, index) => [
    ...commits.map((commit, position) =>
      commitOf(commit, {
        ref: refOf(branch),
        mark: index + 1,
        from: position === 0 ? from : '',
      }),
    ),
    `get-mark :${index + 1}\n`,
  ]);
  // What is new altogether stays in one pack, without a process that takes it apart.
  const packed = branches[0].from ? [] : ['-c', 'fastimport.unpackLimit=1'];
  const said = await runGit(
    folder,
    [...packed, 'fast-import', '--quiet', '--done'],
    { input: `${stream.join('')}done\n` },
  );
  return said.trim().split('\n');
}

function commitOf(
  { files, message, author, committer = author, at }: ImportedCommit,
  { ref, from, mark }: { ref: string; from: string; mark: number },
): string {
  const when = `${Math.floor(at / 1_000)} +0000`;
  return [
    `commit ${ref}\n`,
    `mark :${mark}\n`,
    `author ${author.name} <${author.email}> ${when}\n`,
    `committer ${committer.name} <${committer.email}> ${when}\n`,
    data(message),
    from && `from ${from}\n`,
    ...Object.entries(files).map(([path, text]) =>
      text === null
        ? `D ${JSON.stringify(path)}\n`
        : `M 100644 inline ${JSON.stringify(path)}\n${data(text)}`,
    ),
    '\n',
  ].join('');
}
