import { runGit } from '../../git/runGit';
import { GitHubError, notFound } from '../GitHubError';
import { moveRef } from '../state/moveRef';
import type { Answer, RepositoryCall, Route } from './Call';
import { commitOf } from './resolveCommit';
import { textOf } from './textOf';
import { apiUrl } from './Where';

/** https://docs.github.com/en/rest/git/refs */
export const gitRefs: Route[] = [
  { method: 'GET', path: '/git/ref/*', answer: get },
  { method: 'GET', path: '/git/refs/*', answer: matching },
  { method: 'GET', path: '/git/matching-refs/*', answer: matching },
  { method: 'POST', path: '/git/refs', answer: create },
  { method: 'PATCH', path: '/git/refs/*', answer: update },
  { method: 'DELETE', path: '/git/refs/*', answer: remove },
];

const shaOf = async ({ repository }: RepositoryCall, ref: string) => {
  const args = ['rev-parse', '--verify', '-q', ref];
  return runGit(repository.hosted.folder, args).then(
    found => found.trim(),
    () => undefined,
  );
};

function bodyOf(call: RepositoryCall, ref: string, sha: string): object {
  const url = `${apiUrl(call)}/git/${ref}`;
  const type = 'commit';
  return {
    ref,
    url,
    object: { type, sha, url: `${apiUrl(call)}/git/commits/${sha}` },
  };
}

async function get(call: RepositoryCall): Promise<Answer> {
  await notEmpty(call);
  const ref = `refs/${call.parts[0]}`;
  const sha = await shaOf(call, ref);
  if (!sha) throw notFound();
  return { body: bodyOf(call, ref, sha) };
}

async function matching(call: RepositoryCall): Promise<Answer> {
  const listed = await runGit(call.repository.hosted.folder, [
    'for-each-ref',
    '--format=%(refname) %(objectname)',
  ]);
  const body = listed
    .split('\n')
    .filter(line => line.startsWith(`refs/${call.parts[0]}`))
    .map(line => line.split(' '))
    .map(([ref, sha]) => bodyOf(call, ref, sha));
  return { body, isList: true };
}

async function create(call: RepositoryCall): Promise<Answer> {
  const { world, repository, account, body } = call;
  await notEmpty(call);
  const ref = textOf(body, 'ref') ?? '';
  if (!/^refs\/[^/]+\/.+/.test(ref)) {
    throw new GitHubError(
      422,
      'Reference name must start with "refs/" and have at least two slashes.',
    );
  }
  const after = await target(call);
  if (await shaOf(call, ref)) {
    throw new GitHubError(422, 'Reference already exists');
  }
  await moveRef(world, repository, { account, ref, after });
  return { status: 201, body: bodyOf(call, ref, after) };
}

async function update(call: RepositoryCall): Promise<Answer> {
  const { world, repository, account, body } = call;
  const { ref, before } = await existing(call);
  const after = await target(call);
  const isForced = body.force === true;
  const wish = { account, ref, before, after, isForced };
  await moveRef(world, repository, wish);
  return { body: bodyOf(call, ref, after) };
}

async function remove(call: RepositoryCall): Promise<Answer> {
  const { world, repository, account } = call;
  const { ref, before } = await existing(call);
  await moveRef(world, repository, { account, ref, before });
  return { status: 204 };
}

async function existing(
  call: RepositoryCall,
): Promise<{ ref: string; before: string }> {
  const ref = `refs/${call.parts[0]}`;
  const before = await shaOf(call, ref);
  if (!before) throw new GitHubError(422, 'Reference does not exist');
  return { ref, before };
}

async function target({ repository, body }: RepositoryCall): Promise<string> {
  const sha = textOf(body, 'sha') ?? '';
  const found =
    /^[0-9a-f]{40}$/.test(sha) && (await commitOf(repository.hosted, sha));
  if (!found) throw new GitHubError(422, 'Object does not exist');
  return found;
}

async function notEmpty({ repository }: RepositoryCall): Promise<void> {
  if (!(await commitOf(repository.hosted, 'HEAD'))) {
    throw new GitHubError(409, 'Git Repository is empty.');
  }
}
