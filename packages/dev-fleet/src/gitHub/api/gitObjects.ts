import { gitOutput, runGit } from '../../git/runGit';
import { GitHubError, invalid, notFound } from '../GitHubError';
import type { Answer, RepositoryCall, Route } from './Call';
import { commitBody } from './commitBody';
import { listTree } from './entries';
import { commitOf } from './resolveCommit';
import { textOf } from './textOf';
import { apiUrl } from './Where';
import { personOf, writeCommit } from './writeCommit';
import { writeTree, type TreeWish } from './writeTree';

/** https://docs.github.com/en/rest/git: blobs, trees, commits. */
export const gitObjects: Route[] = [
  { method: 'GET', path: '/git/blobs/:', answer: blob },
  { method: 'POST', path: '/git/blobs', answer: createBlob },
  { method: 'GET', path: '/git/trees/*', answer: tree },
  { method: 'POST', path: '/git/trees', answer: createTree },
  { method: 'GET', path: '/git/commits/:', answer: commit },
  { method: 'POST', path: '/git/commits', answer: createCommit },
];

async function blob(call: RepositoryCall): Promise<Answer> {
  const [sha] = call.parts;
  const { folder } = call.repository.hosted;
  const content = await gitOutput(folder, ['cat-file', 'blob', sha]).catch(
    () => undefined,
  );
  if (!content) throw notFound();
  if (/raw/.test(call.accept)) {
    return { bytes: { type: 'application/octet-stream', content } };
  }
  return {
    body: {
      sha,
      size: content.length,
      encoding: 'base64',
      content: content.toString('base64'),
      url: `${apiUrl(call)}/git/blobs/${sha}`,
    },
  };
}

async function createBlob(call: RepositoryCall): Promise<Answer> {
  const { body, repository } = call;
  if (typeof body.content !== 'string') throw invalid('Blob', 'content');
  const encoding = body.encoding === 'base64' ? 'base64' : 'utf8';
  const written = await runGit(
    repository.hosted.folder,
    ['hash-object', '-w', '--stdin'],
    { input: Buffer.from(body.content, encoding) },
  );
  const sha = written.trim();
  const url = `${apiUrl(call)}/git/blobs/${sha}`;
  return { status: 201, body: { sha, url } };
}

async function tree(call: RepositoryCall): Promise<Answer> {
  const { folder } = call.repository.hosted;
  const args = ['rev-parse', '--verify', '-q', `${call.parts[0]}^{tree}`];
  const sha = await runGit(folder, args).then(
    found => found.trim(),
    () => undefined,
  );
  if (!sha) throw notFound();
  const isRecursive = call.query.has('recursive');
  return { body: await treeBody(call, sha, isRecursive) };
}

async function treeBody(
  call: RepositoryCall,
  sha: string,
  isRecursive: boolean,
): Promise<object> {
  const { folder } = call.repository.hosted;
  const how = isRecursive ? ['-r', '-t', sha] : [sha];
  const entries = await listTree(folder, how);
  return {
    sha,
    url: `${apiUrl(call)}/git/trees/${sha}`,
    tree: entries.map(entry => ({
      ...entry,
      url: `${apiUrl(call)}/git/${entry.type}s/${entry.sha}`,
    })),
    truncated: false,
  };
}

async function createTree(call: RepositoryCall): Promise<Answer> {
  const { body, repository } = call;
  if (!Array.isArray(body.tree)) throw invalid('Tree', 'tree');
  const base = textOf(body, 'base_tree');
  const sha = await writeTree(
    repository.hosted,
    base,
    body.tree as TreeWish[],
  ).catch(() => {
    throw new GitHubError(422, 'GitRPC::BadObjectState');
  });
  return { status: 201, body: await treeBody(call, sha, false) };
}

async function commit(call: RepositoryCall): Promise<Answer> {
  const sha = await commitOf(call.repository.hosted, call.parts[0]);
  if (!sha) throw notFound();
  return { body: await gitCommit(call, sha) };
}

async function createCommit(call: RepositoryCall): Promise<Answer> {
  const { body } = call;
  const message = textOf(body, 'message');
  const treeSha = textOf(body, 'tree');
  if (!message) throw invalid('Commit', 'message');
  if (!treeSha) throw invalid('Commit', 'tree');
  const sha = await writeCommit(call, {
    tree: treeSha,
    parents: Array.isArray(body.parents) ? body.parents.map(String) : [],
    message,
    author: personOf(call, body.author),
    committer: personOf(call, body.committer ?? body.author),
  }).catch(() => {
    throw new GitHubError(422, 'Tree SHA does not exist');
  });
  return { status: 201, body: await gitCommit(call, sha) };
}

async function gitCommit(call: RepositoryCall, sha: string): Promise<object> {
  const whole = (await commitBody(call, sha)) as {
    commit: object;
    html_url: string;
    parents: object[];
  };
  const { html_url, parents } = whole;
  return { sha, ...whole.commit, html_url, parents };
}
