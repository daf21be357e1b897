import { GitHubError, notFound } from '../GitHubError';
import type { GitHubRepository } from '../state/GitHubRepository';
import type { Organization, Team } from '../state/Organization';
import { permissionFlags, permissionOf } from '../state/Permission';
import type { Answer, Call, Route } from './Call';
import { organizationOf } from './organizations';
import { repositoryBody } from './repositoryBody';
import { teamBody } from './teamBody';
import { textOf } from './textOf';
import { userBody } from './userBody';

/** https://docs.github.com/en/rest/teams/teams */
export const teams: Array<Route<Call>> = [
  { method: 'GET', path: '/orgs/:/teams', answer: list },
  { method: 'GET', path: '/orgs/:/teams/:', answer: get },
  { method: 'GET', path: '/orgs/:/teams/:/members', answer: members },
  { method: 'GET', path: '/orgs/:/teams/:/memberships/:', answer: membership },
  { method: 'GET', path: '/orgs/:/teams/:/repos', answer: repositories },
  { method: 'GET', path: '/orgs/:/teams/:/repos/:/:', answer: has },
  { method: 'PUT', path: '/orgs/:/teams/:/repos/:/:', answer: put },
  { method: 'DELETE', path: '/orgs/:/teams/:/repos/:/:', answer: remove },
];

function list(call: Call): Answer {
  const organization = organizationOf(call);
  const where = { origin: call.origin, organization };
  const body = organization.teams.map(each => teamBody(each, where));
  return { body, isList: true };
}

function askedTeam(call: Call): { organization: Organization; team: Team } {
  const organization = organizationOf(call);
  const team = organization.team(call.parts[1]);
  if (!team) throw notFound();
  return { organization, team };
}

function get(call: Call): Answer {
  const { organization, team } = askedTeam(call);
  const where = { origin: call.origin, organization };
  return {
    body: {
      ...teamBody(team, where),
      members_count: team.members.length,
      organization: { login: organization.login, id: organization.id },
    },
  };
}

function members(call: Call): Answer {
  const { team } = askedTeam(call);
  const body = team.members.map(login => userBody(login, call.origin));
  return { body, isList: true };
}

function membership(call: Call): Answer {
  const { team } = askedTeam(call);
  if (!team.members.includes(call.parts[2])) throw notFound();
  return { body: { role: 'member', state: 'active' } };
}

function repositories(call: Call): Answer {
  const { team } = askedTeam(call);
  const { world, origin } = call;
  const body = world
    .repositories()
    .filter(each => each.teams.has(team.slug))
    .map(each =>
      repositoryBody(each, { origin, permission: each.teams.get(team.slug) }),
    );
  return { body, isList: true };
}

function askedRepository({ world, parts }: Call): GitHubRepository {
  const found = world.repository(`${parts[2]}/${parts[3]}`);
  if (!found) throw notFound();
  return found;
}

function has(call: Call): Answer {
  const { team } = askedTeam(call);
  const repository = askedRepository(call);
  const permission = repository.teams.get(team.slug);
  if (!permission) throw notFound();
  if (!/repository/.test(call.accept)) return { status: 204 };
  const { origin } = call;
  return {
    body: {
      ...repositoryBody(repository, { origin, permission }),
      role_name: permission,
      permissions: permissionFlags(permission),
    },
  };
}

function put(call: Call): Answer {
  const { team } = askedTeam(call);
  const repository = askedAsAdmin(call);
  const permission = permissionOf(textOf(call.body, 'permission') ?? 'push');
  if (!permission) throw new GitHubError(422, 'Validation Failed');
  repository.teams.set(team.slug, permission);
  return { status: 204 };
}

function remove(call: Call): Answer {
  const { team } = askedTeam(call);
  askedAsAdmin(call).teams.delete(team.slug);
  return { status: 204 };
}

function askedAsAdmin(call: Call): GitHubRepository {
  const repository = askedRepository(call);
  if (call.world.permissionOf(call.account, repository) !== 'admin') {
    throw new GitHubError(403, 'Must have admin rights to Repository.');
  }
  return repository;
}
