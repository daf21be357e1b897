import { GitHubError, notFound } from '../GitHubError';
import { permissionFlags, permissionOf } from '../state/Permission';
import type { Answer, RepositoryCall, Route } from './Call';
import { teamBody } from './teamBody';
import { textOf } from './textOf';
import { userBody } from './userBody';

/** https://docs.github.com/en/rest/collaborators/collaborators, and the teams of a repository. */
export const collaborators: Route[] = [
  { method: 'GET', path: '/collaborators', answer: list },
  { method: 'GET', path: '/collaborators/:', answer: has },
  { method: 'PUT', path: '/collaborators/:', needs: 'admin', answer: put },
  {
    method: 'DELETE',
    path: '/collaborators/:',
    needs: 'admin',
    answer: remove,
  },
  { method: 'GET', path: '/collaborators/:/permission', answer: permission },
  { method: 'GET', path: '/teams', answer: teams },
];

function list({ repository, origin }: RepositoryCall): Answer {
  const body = [...repository.collaborators].map(([login, may]) => ({
    ...userBody(login, origin),
    permissions: permissionFlags(may),
    role_name: may,
  }));
  return { body, isList: true };
}

function has({ repository, parts: [login] }: RepositoryCall): Answer {
  if (!repository.collaborators.has(login)) throw notFound();
  return { status: 204 };
}

function put(call: RepositoryCall): Answer {
  const { world, repository, body, parts } = call;
  const [login] = parts;
  if (!world.hasUser(login)) throw notFound();
  const may = permissionOf(textOf(body, 'permission') ?? 'push');
  if (!may) throw new GitHubError(422, 'Validation Failed');
  repository.collaborators.set(login, may);
  return { status: 204 };
}

function remove({ repository, parts: [login] }: RepositoryCall): Answer {
  repository.collaborators.delete(login);
  return { status: 204 };
}

function permission(call: RepositoryCall): Answer {
  const { world, repository, parts, origin } = call;
  const [login] = parts;
  if (!world.hasUser(login)) throw notFound();
  const account = world.options.accounts.find(each => each.login === login);
  const may = world.permissionOf(account ?? { login }, repository);
  const names: Record<string, string> = { pull: 'read', triage: 'read' };
  const said = may === 'admin' ? 'admin' : names[may] ?? 'write';
  return {
    body: {
      permission: said,
      role_name: may,
      user: userBody(login, origin),
    },
  };
}

function teams(call: RepositoryCall): Answer {
  const { world, repository, origin } = call;
  const organization = world.organizationOf(repository);
  const body = [...repository.teams].flatMap(([slug, may]) => {
    const team = organization?.team(slug);
    if (!organization || !team) return [];
    const where = { origin, organization };
    return [
      {
        ...teamBody(team, where),
        permission: may,
        permissions: permissionFlags(may),
      },
    ];
  });
  return { body, isList: true };
}
