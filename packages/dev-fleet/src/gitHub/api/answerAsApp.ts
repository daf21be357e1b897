import type { IncomingMessage } from 'node:http';
import { timestamp } from '../../kubernetes/clock';
import { permissionsOf } from '../apps/AppPermissions';
import type { Installation } from '../apps/AppWish';
import { notFound } from '../GitHubError';
import type { GitHubWorld } from '../state/GitHubWorld';
import type { Answer } from './Call';
import { idOf } from './userBody';

const selectionOf = ({ repositories }: Installation) =>
  repositories ? 'selected' : 'all';

/**
 * What an app may ask with a token that it signed itself: https://docs.github.com/en/rest/apps/apps
 *
 * @throws GitHubError 401, 404
 */
export function answerAsApp(
  world: GitHubWorld,
  {
    request,
    asked,
    token,
  }: { request: IncomingMessage; asked: URL; token: string },
): Answer {
  const app = world.apps.appOf(token);
  const path = asked.pathname.replace(/^\/api\/v3/, '');
  const permissions = permissionsOf(app);
  const bodyOf = (installation: Installation) => ({
    id: installation.id,
    app_id: app.id,
    app_slug: app.slug,
    account: {
      login: installation.account,
      id: idOf(installation.account),
      type: 'Organization',
    },
    target_type: 'Organization',
    repository_selection: selectionOf(installation),
    permissions,
    events: app.webhook?.events ?? [],
    suspended_by: null,
    suspended_at: null,
  });
  const found = (test: (each: Installation) => boolean) => {
    const installation = app.installations.find(test);
    if (!installation) throw notFound();
    return installation;
  };
  if (request.method === 'GET' && path === '/app') {
    const { id, slug } = app;
    return { body: { id, slug, name: slug, permissions } };
  }
  if (request.method === 'GET' && path === '/app/installations') {
    return { body: app.installations.map(bodyOf), isList: true };
  }
  const [, id, kind] =
    /^\/app\/installations\/(\d+)(\/access_tokens)?$/.exec(path) ?? [];
  if (id && kind && request.method === 'POST') {
    const installation = found(each => each.id === Number(id));
    const { token: given, until } = world.apps.give(app, installation);
    return {
      status: 201,
      body: {
        token: given,
        expires_at: timestamp(until),
        permissions,
        repository_selection: selectionOf(installation),
      },
    };
  }
  if (id && !kind && request.method === 'GET') {
    return { body: bodyOf(found(each => each.id === Number(id))) };
  }
  const [, owner] =
    /^\/(?:orgs|users|repos)\/([^/]+)(?:\/[^/]+)?\/installation$/.exec(path) ??
    [];
  if (owner && request.method === 'GET') {
    return { body: bodyOf(found(each => each.account === owner)) };
  }
  throw notFound();
}
