import { gitOutput, runGit } from '../../git/runGit';
import { GitHubError, notFound } from '../GitHubError';
import { headOf } from '../pullRequests/branches';
import { moveRef } from '../state/moveRef';
import type { Answer, RepositoryCall, Route } from './Call';
import { commitBody } from './commitBody';
import { entriesAt, fileBody, type TreeEntry } from './entries';
import { commitOf } from './resolveCommit';
import { textOf } from './textOf';
import { writeFileCommit } from './writeFileCommit';

/** https://docs.github.com/en/rest/repos/contents */
export const contents: Route[] = [
  { method: 'GET', path: '/readme', answer: readme },
  { method: 'GET', path: '/contents/?', answer: get },
  { method: 'GET', path: '/contents/*', answer: get },
  { method: 'PUT', path: '/contents/*', answer: put },
  { method: 'DELETE', path: '/contents/*', answer: remove },
];

async function readme(call: RepositoryCall): Promise<Answer> {
  return get({ ...call, parts: ['README.md'] });
}

async function get(call: RepositoryCall): Promise<Answer> {
  const { repository, parts, query } = call;
  const { hosted } = repository;
  const ref = query.get('ref') ?? hosted.branch;
  const commit = await commitOf(hosted, ref);
  if (!commit) {
    throw new GitHubError(404, `No commit found for the ref ${ref}`);
  }
  const path = (parts[0] ?? '').replace(/^\/+|\/+$/g, '');
  const entries = await entriesAt(hosted, commit, path);
  if (!entries) throw notFound();
  const where = { ...call, ref };
  if (entries.isFolder) {
    return { body: entries.list.map(entry => fileBody(entry, where)) };
  }
  return fileAnswer(call, entries.list[0], ref);
}

async function fileAnswer(
  call: RepositoryCall,
  entry: TreeEntry,
  ref: string,
): Promise<Answer> {
  const { folder } = call.repository.hosted;
  const content = await gitOutput(folder, ['cat-file', 'blob', entry.sha]);
  if (/raw/.test(call.accept)) {
    const type = 'application/vnd.github.raw; charset=utf-8';
    return { bytes: { type, content } };
  }
  const encoded = content.toString('base64').replace(/.{60}/g, '$&\n');
  return {
    body: {
      ...fileBody(entry, { ...call, ref }),
      encoding: 'base64',
      content: encoded,
    },
  };
}

async function put(call: RepositoryCall): Promise<Answer> {
  const { body } = call;
  if (typeof body.content !== 'string') {
    throw new GitHubError(
      422,
      'Invalid request.\n\n"content" wasn\'t supplied.',
    );
  }
  const content = Buffer.from(body.content, 'base64');
  const { commit, wasThere } = await change(call, content);
  const { hosted } = call.repository;
  const entries = await entriesAt(hosted, commit, call.parts[0]);
  const ref = textOf(body, 'branch') ?? hosted.branch;
  return {
    status: wasThere ? 200 : 201,
    body: {
      content: fileBody(entries!.list[0], { ...call, ref }),
      commit: await written(call, commit),
    },
  };
}

async function remove(call: RepositoryCall): Promise<Answer> {
  const { commit } = await change(call, undefined);
  return { body: { content: null, commit: await written(call, commit) } };
}

async function written(call: RepositoryCall, sha: string): Promise<object> {
  const body = (await commitBody(call, sha)) as { commit: object };
  return { sha, ...body.commit };
}

/** Commits one file to a branch. */
async function change(
  call: RepositoryCall,
  content: Buffer | undefined,
): Promise<{ commit: string; wasThere: boolean }> {
  const { world, repository, account, body, parts } = call;
  const { hosted } = repository;
  const message = textOf(body, 'message');
  if (!message) {
    throw new GitHubError(
      422,
      'Invalid request.\n\n"message" wasn\'t supplied.',
    );
  }
  const branch = textOf(body, 'branch') ?? hosted.branch;
  const before = await headOf(hosted, branch);
  if (!before && (await commitOf(hosted, 'HEAD'))) {
    throw new GitHubError(404, `Branch ${branch} not found`);
  }
  const [path] = parts;
  const old = before && (await blobAt(hosted.folder, before, path));
  const known = textOf(body, 'sha');
  if (old && !known) {
    throw new GitHubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (known && known !== old) {
    throw new GitHubError(409, `${path} does not match ${known}`);
  }
  if (!old && content === undefined) throw notFound();
  const commit = await writeFileCommit(call, {
    parent: before,
    path,
    content,
    message,
  });
  const ref = `refs/heads/${branch}`;
  const move = { account, ref, before, after: commit, refusedWith: 409 };
  await moveRef(world, repository, move);
  return { commit, wasThere: Boolean(old) };
}

async function blobAt(
  folder: string,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const asked = ['rev-parse', '--verify', '-q', `${commit}:${path}`];
  return runGit(folder, asked).then(
    found => found.trim(),
    () => undefined,
  );
}
