import { runGit } from '../../git/runGit';
import { timestamp } from '../../kubernetes/clock';
import { apiUrl, pageUrl, type Where } from './Where';

const FORMAT =
  '--format=%H%x00%T%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%P%x00%B%x00';

/** A commit as the API has it. */
export async function commitBody(where: Where, sha: string): Promise<object> {
  const [found] = await commitBodies(where, ['-1', sha]);
  return found;
}

/**
 * Commits as the API has them.
 *
 * @param which - what `git log` is asked
 */
export async function commitBodies(
  where: Where,
  which: string[],
): Promise<object[]> {
  const { folder } = where.repository.hosted;
  const end = which.includes('--') ? [] : ['--'];
  const log = await runGit(folder, ['log', FORMAT, ...which, ...end]);
  const fields = log.split('\0');
  const commits: object[] = [];
  for (let index = 0; index + 10 <= fields.length; index += 10) {
    commits.push(bodyOf(where, fields.slice(index, index + 10)));
  }
  return commits;
}

function bodyOf(where: Where, fields: string[]): object {
  const [sha, tree, an, ae, at, cn, ce, ct, parents, message] = fields.map(
    (field, index) => (index === 0 ? field.trim() : field),
  );
  const api = apiUrl(where);
  const person = (name: string, email: string, seconds: string) => ({
    name,
    email,
    date: timestamp(Number(seconds) * 1_000),
  });
  return {
    sha,
    url: `${api}/commits/${sha}`,
    html_url: `${pageUrl(where)}/commit/${sha}`,
    commit: {
      author: person(an, ae, at),
      committer: person(cn, ce, ct),
      message: message.trimEnd(),
      tree: { sha: tree, url: `${api}/git/trees/${tree}` },
      url: `${api}/git/commits/${sha}`,
    },
    author: null,
    committer: null,
    parents: parents
      .split(' ')
      .filter(Boolean)
      .map(each => ({ sha: each, url: `${api}/commits/${each}` })),
  };
}
