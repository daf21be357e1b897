import { notFound } from '../GitHubError';
import type { Answer, Call, Route } from './Call';
import { repositoryBody } from './repositoryBody';

/** https://docs.github.com/en/rest/apps/installations, with the token of an installation. */
export const installation: Array<Route<Call>> = [
  { method: 'GET', path: '/installation/repositories', answer: list },
];

function list({ world, account, origin }: Call): Answer {
  const { installation: place } = account;
  if (!place) throw notFound();
  const { account: owner, repositories } = place;
  return {
    body: world
      .repositories(owner)
      .filter(({ repo }) => repositories?.includes(repo) ?? true)
      .map(each => repositoryBody(each, { origin })),
    isList: true,
    listName: 'repositories',
  };
}
