import { headOf } from '../pullRequests/branches';
import { moveRef } from '../state/moveRef';
import type { Answer, Call, RepositoryCall, Route } from './Call';
import { commitOf } from './resolveCommit';
import { personOf, writeCommit } from './writeCommit';
import { writeTree, type TreeWish } from './writeTree';
import { gitOutput } from '../../git/runGit';

/** GitHub's GraphQL, of which stock actions ask two things: what is open for a branch, and a commit to be written. */
export const graphQl: Array<Route<Call>> = [
  { method: 'POST', path: '/api/graphql', answer },
];

const failed = (type: string, message: string): Answer => ({
  body: { data: null, errors: [{ type, message }] },
});

async function answer(call: Call): Promise<Answer> {
  const query = String(call.body.query ?? '');
  const variables = (call.body.variables ?? {}) as Record<string, any>;
  if (query.includes('associatedPullRequests')) {
    return openOf(call, variables);
  }
  if (query.includes('createCommitOnBranch')) {
    return commitOn(call, variables.input);
  }
  return failed('UNSUPPORTED', 'The stand-in does not know this query');
}

async function openOf(
  { world, origin }: Call,
  { owner, repo, head }: Record<string, string>,
): Promise<Answer> {
  const repository = world.repository(`${owner}/${repo}`);
  if (!repository) {
    const name = `${owner}/${repo}`;
    const sentence = `Could not resolve to a Repository with the name '${name}'.`;
    return failed('NOT_FOUND', sentence);
  }
  if (!(await headOf(repository.hosted, head))) {
    return { body: { data: { repository: { ref: null } } } };
  }
  const found = (await repository.book.list()).find(
    each => each.state === 'open' && each.head.branch === head,
  );
  const nodes = found
    ? [
        {
          node: {
            id: `PR_${found.number}`,
            number: found.number,
            url: `${origin}/${repository.name}/pull/${found.number}`,
          },
        },
      ]
    : [];
  const ref = { associatedPullRequests: { edges: nodes } };
  return { body: { data: { repository: { ref } } } };
}

/** What `createCommitOnBranch` is asked. */
interface CommitInput {
  branch: { repositoryNameWithOwner: string; branchName: string };
  message: { headline: string; body?: string };
  expectedHeadOid: string;
  fileChanges: {
    additions?: Array<{ path: string; contents: string }>;
    deletions?: Array<{ path: string }>;
  };
}

async function commitOn(call: Call, input: CommitInput): Promise<Answer> {
  const { world, account } = call;
  const { branch, message, expectedHeadOid, fileChanges } = input;
  const repository = world.repository(branch.repositoryNameWithOwner);
  if (!repository) return failed('NOT_FOUND', 'Could not resolve to a node');
  const { hosted } = repository;
  const before = await headOf(hosted, branch.branchName);
  if (before !== expectedHeadOid) {
    return failed(
      'STALE_DATA',
      `Expected branch to point to "${expectedHeadOid}" but it did not: expectedHeadOid is stale`,
    );
  }
  const entries: TreeWish[] = [];
  for (const { path, contents } of fileChanges.additions ?? []) {
    const content = Buffer.from(contents, 'base64');
    const hashed = await gitOutput(
      hosted.folder,
      ['hash-object', '-w', '--stdin'],
      { input: content },
    );
    entries.push({ path, mode: '100644', sha: hashed.toString().trim() });
  }
  for (const { path } of fileChanges.deletions ?? []) {
    entries.push({ path, mode: '100644', sha: null });
  }
  const repositoryCall: RepositoryCall = {
    ...call,
    repository,
    book: repository.book,
    permission: world.permissionOf(account, repository),
  };
  const person = personOf(repositoryCall, undefined);
  const after = await writeCommit(repositoryCall, {
    tree: await writeTree(hosted, before, entries),
    parents: [before],
    message: [message.headline, message.body].filter(Boolean).join('\n\n'),
    author: person,
    committer: person,
  });
  const ref = `refs/heads/${branch.branchName}`;
  await moveRef(world, repository, { account, ref, before, after });
  const oid = await commitOf(hosted, after);
  return { body: { data: { createCommitOnBranch: { commit: { oid } } } } };
}
