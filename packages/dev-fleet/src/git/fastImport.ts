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

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** Puts commits on a branch of a bare repository, one after the other, the oldest first; returns the hash of the last one. */
export async function fastImport(
  folder: string,
  { branch, commits }: { branch: string; commits: ImportedCommit[] },
): Promise<string> {
  const ref = `refs/heads/${branch}`;
  const parent = await runGit(folder, [
    'for-each-ref',
    '--format=%(objectname)',
    ref,
  ]);
  const stream = commits.map((commit, index) =>
    commitOf(commit, { ref, from: index === 0 ? parent.trim() : '' }),
  );
  await runGit(folder, ['fast-import', '--quiet', '--done'], {
    input: `${stream.join('')}done\n`,
  });
  return (await runGit(folder, ['rev-parse', ref])).trim();
}

function commitOf(
  { files, message, author, committer = author, at }: ImportedCommit,
  { ref, from }: { ref: string; from: string },
): string {
  const when = `${Math.floor(at / 1_000)} +0000`;
  return [
    `commit ${ref}\n`,
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
