import { notFound } from '../GitHubError';
import type { Answer, Call, Route } from './Call';
import { repositoryBody } from './repositoryBody';

/** https://docs.github.com/en/rest/apps/installations, with the token of an installation. */
export const installation: Array<Route<Call>> = [
  { method: 'GET', path: '/installation/repositories', answer: list },
];

function list({ world, account, origin }: Call): Answer {
  if (account.appId === undefined) throw notFound();
  return {
    body: world.repositories().map(each => repositoryBody(each, { origin })),
    isList: true,
    listName: 'repositories',
  };
}
