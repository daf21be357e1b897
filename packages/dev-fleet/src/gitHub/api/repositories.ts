import { setDefaultBranch } from '../../git/settleDefaultBranch';
import { GitHubError } from '../GitHubError';
import { headOf } from '../pullRequests/branches';
import { settingsWith } from '../state/Settings';
import { tellOfRepository } from '../state/telling';
import type { Answer, RepositoryCall, Route } from './Call';
import { repositoryBody } from './repositoryBody';
import { textOf } from './textOf';

/** https://docs.github.com/en/rest/repos/repos */
export const repositories: Route[] = [
  { method: 'GET', path: '', answer: get },
  { method: 'PATCH', path: '', needs: 'admin', answer: update },
  { method: 'DELETE', path: '', needs: 'admin', answer: remove },
  { method: 'GET', path: '/topics', answer: topics },
  { method: 'PUT', path: '/topics', needs: 'maintain', answer: setTopics },
];

function get({ repository, origin, permission }: RepositoryCall): Answer {
  return { body: repositoryBody(repository, { origin, permission }) };
}

async function update(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body, account } = call;
  const branch = textOf(body, 'default_branch');
  if (branch && branch !== repository.hosted.branch) {
    if (!(await headOf(repository.hosted, branch))) {
      throw new GitHubError(422, 'Validation Failed', [
        {
          resource: 'Repository',
          code: 'invalid',
          field: 'default_branch',
          message: `The branch ${branch} was not found. Please push that ref first or create it via the Git Data API.`,
        },
      ]);
    }
    await setDefaultBranch(repository.hosted, branch);
  }
  repository.settings = settingsWith(repository.settings, body);
  tellOfRepository(world, repository, { action: 'edited', by: account.login });
  return get(call);
}

async function remove({
  world,
  repository,
  account,
}: RepositoryCall): Promise<Answer> {
  tellOfRepository(world, repository, { action: 'deleted', by: account.login });
  await world.options.repositories.delete(repository.name);
  return { status: 204 };
}

function topics({ repository }: RepositoryCall): Answer {
  return { body: { names: repository.topics } };
}

function setTopics(call: RepositoryCall): Answer {
  const { names } = call.body;
  const isFit = (name: unknown) =>
    typeof name === 'string' && /^[a-z0-9][a-z0-9-]{0,49}$/.test(name);
  if (!Array.isArray(names) || !names.every(isFit)) {
    throw new GitHubError(422, 'Validation Failed', [
      {
        resource: 'Repository',
        code: 'custom',
        field: 'topics',
        message:
          'Topics must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens.',
      },
    ]);
  }
  call.repository.topics = [...new Set(names)];
  return topics(call);
}
