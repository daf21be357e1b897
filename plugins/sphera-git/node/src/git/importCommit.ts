import { randomUUID } from 'node:crypto';
import type { Clone } from './Clone';
import type { CommitRequest } from './GitRepository';

/** Of a file that is new. */
const MODE = '100644';
const QUOTED: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
};

const person = ({ name, email }: CommitRequest['author']) =>
  `${name.replace(/[<>\n]/g, '').trim()} <${email.replace(/[<>\s]/g, '')}>`;

const when = (at: number) => `${Math.floor(at / 1_000)} +0000`;

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

const quoted = (path: string) =>
  `"${path.replace(/[\\"\n]/g, one => QUOTED[one])}"`;

/**
 * Writes a commit by `git fast-import`: contents, folders and commit by one run of git, which reads only the folders above
 * the files, however many others there are. Whether a file may be run stays as it is. Nothing refers to the commit.
 * @throws GitFailure
 */
export async function importCommit(
  clone: Clone,
  request: CommitRequest,
  identity: CommitRequest['author'],
): Promise<string> {
  const { git, folder } = clone;
  const { base, files, message, author, at } = request;
  const modes = await modesOf(clone, request);
  const ref = `refs/sphera/${randomUUID()}`;
  const output = await git.local(
    folder,
    ['fast-import', '--quiet', '--done', '--date-format=raw'],
    {
      input: [
        `commit ${ref}\nmark :1\n`,
        `author ${person(author)} ${when(at)}\n`,
        `committer ${person(identity)} ${when(at)}\n`,
        data(message.endsWith('\n') ? message : `${message}\n`),
        `from ${base}\n`,
        ...files.map(({ path, text }) =>
          text === undefined
            ? `D ${quoted(path)}\n`
            : `M ${modes.get(path) ?? MODE} inline ${quoted(path)}\n${data(
                text,
              )}`,
        ),
        // Said, and then forgotten: the commit stays without its name.
        `\nget-mark :1\nreset ${ref}\nfrom ${'0'.repeat(
          base.length,
        )}\n\ndone\n`,
      ].join(''),
    },
  );
  return output.toString().trim();
}

async function modesOf(
  { git, folder }: Clone,
  { base, files }: CommitRequest,
): Promise<Map<string, string>> {
  const paths = files.map(({ path }) => path);
  const args = ['ls-tree', '-z', '--full-tree', base, '--', ...paths];
  const lines = (await git.local(folder, args)).toString().split('\0');
  return new Map(
    lines.filter(Boolean).map(line => {
      const tab = line.indexOf('\t');
      return [line.slice(tab + 1), line.slice(0, 6)];
    }),
  );
}
