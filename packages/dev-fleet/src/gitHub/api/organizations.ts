import { GitHubError, invalid, notFound } from '../GitHubError';
import { createRepository } from '../state/createRepository';
import type { Organization } from '../state/Organization';
import type { Answer, Call, Route } from './Call';
import { organizationBody } from './organizationBody';
import { repositoryBody } from './repositoryBody';
import { textOf } from './textOf';
import { userBody } from './userBody';

/** https://docs.github.com/en/rest/orgs/orgs, …/users/users, …/repos/repos */
export const organizations: Array<Route<Call>> = [
  { method: 'GET', path: '/user', answer: me },
  { method: 'GET', path: '/users/:', answer: user },
  { method: 'GET', path: '/orgs/:', answer: organization },
  { method: 'GET', path: '/orgs/:/repos', answer: repositories },
  { method: 'GET', path: '/orgs/:/members', answer: members },
  { method: 'POST', path: '/orgs/:/repos', answer: createInOrganization },
  { method: 'GET', path: '/users/:/repos', answer: repositories },
  { method: 'GET', path: '/user/repos', answer: repositories },
  { method: 'POST', path: '/user/repos', answer: createForMe },
];

/** @throws GitHubError 404 */
export function organizationOf({ world, parts: [login] }: Call): Organization {
  const found = world.organization(login);
  if (!found) throw notFound();
  return found;
}

function me({ account, origin }: Call): Answer {
  if (account.appId !== undefined) {
    throw new GitHubError(403, 'Resource not accessible by integration');
  }
  return { body: userBody(account.login, origin) };
}

function user({ world, origin, parts: [login] }: Call): Answer {
  const found = world.organization(login);
  if (found) return { body: organizationBody(found, origin) };
  if (!world.hasUser(login)) throw notFound();
  return { body: userBody(login, origin) };
}

function organization(call: Call): Answer {
  return { body: organizationBody(organizationOf(call), call.origin) };
}

function members(call: Call): Answer {
  const logins = organizationOf(call).members();
  const body = logins.map(login => userBody(login, call.origin));
  return { body, isList: true };
}

function repositories({
  world,
  origin,
  account,
  parts: [owner],
}: Call): Answer {
  if (owner && !world.organization(owner) && !world.hasUser(owner)) {
    throw notFound();
  }
  const body = world
    .repositories(owner)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(repository => {
      const permission = world.permissionOf(account, repository);
      return repositoryBody(repository, { origin, permission });
    });
  return { body, isList: true };
}

function createInOrganization(call: Call): Promise<Answer> {
  return create(call, organizationOf(call).login);
}

function createForMe(call: Call): Promise<Answer> {
  return create(call, call.account.login, false);
}

async function create(
  { world, origin, account, body }: Call,
  owner: string,
  isOrganization = true,
): Promise<Answer> {
  if (account.mayPush === false) {
    throw new GitHubError(
      403,
      'Resource not accessible by personal access token',
    );
  }
  const name = textOf(body, 'name');
  if (!name) throw invalid('Repository', 'name');
  const made = await createRepository(world, { owner, name, account, body });
  return {
    status: 201,
    body: repositoryBody(made, { origin, permission: 'admin', isOrganization }),
  };
}
