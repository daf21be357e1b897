import { notFound } from '../GitHubError';
import type { Delivery, Hook } from '../hooks/Hook';
import type { Answer, Call, RepositoryCall, Route } from './Call';
import { deliveryBody } from './deliveryBody';
import { hookBody } from './hookBody';
import { changeHook, makeHook } from './hookWish';
import { organizationOf } from './organizations';
import { pingOf } from './pingOf';
import { apiUrl } from './Where';

/** Where the hooks of a call are kept, how to name them, and which part of the path is the hook's number. */
interface Place<C extends Call> {
  of: 'organization' | 'repository';
  hooks(call: C): { all: Hook[]; url: string };
  index: number;
}

/** https://docs.github.com/en/rest/repos/webhooks */
export const hooks: Route[] = routesOf<RepositoryCall>('/hooks', {
  of: 'repository',
  hooks: call => ({
    all: call.repository.hooks,
    url: `${apiUrl(call)}/hooks`,
  }),
  index: 0,
});

/** https://docs.github.com/en/rest/orgs/webhooks */
export const organizationHooks = routesOf<Call>('/orgs/:/hooks', {
  of: 'organization',
  hooks(call) {
    const organization = organizationOf(call);
    // Nobody else learns that there are some.
    if (!call.account.isOwner) throw notFound();
    return {
      all: organization.hooks,
      url: `${call.origin}/api/v3/orgs/${organization.login}/hooks`,
    };
  },
  index: 1,
});

function routesOf<C extends Call>(
  path: string,
  { of, hooks: placeOf, index }: Place<C>,
): Array<Route<C>> {
  const asked = (call: C) => {
    const { all, url } = placeOf(call);
    const hook = all.find(({ id }) => id === Number(call.parts[index]));
    if (!hook) throw notFound();
    return { all, hook, url };
  };
  const delivery = (call: C): { hook: Hook; found: Delivery; url: string } => {
    const { hook, url } = asked(call);
    const id = Number(call.parts[index + 1]);
    const found = hook.deliveries.find(each => each.id === id);
    if (!found) throw notFound();
    return { hook, found, url };
  };
  const needs = 'admin' as const;
  const own = (
    method: Route['method'],
    rest: string,
    answer: (call: C) => Answer,
  ): Route<C> => ({ method, path: `${path}${rest}`, needs, answer });
  return [
    own('GET', '', call => {
      const { all, url } = placeOf(call);
      return { body: all.map(each => hookBody(each, url)), isList: true };
    }),
    own('POST', '', call => {
      const { all, url } = placeOf(call);
      const hook = makeHook(call, { all, of });
      return { status: 201, body: hookBody(hook, url) };
    }),
    own('GET', '/:', call => {
      const { hook, url } = asked(call);
      return { body: hookBody(hook, url) };
    }),
    own('PATCH', '/:', call => {
      const { hook, url } = asked(call);
      changeHook(call, hook);
      return { body: hookBody(hook, url) };
    }),
    own('DELETE', '/:', call => {
      const { all, hook } = asked(call);
      all.splice(all.indexOf(hook), 1);
      return { status: 204 };
    }),
    own('POST', '/:/pings', call => {
      const { hook, url } = asked(call);
      void call.world.hooks.send(hook, pingOf(hook, url));
      return { status: 204 };
    }),
    own('GET', '/:/deliveries', call => {
      const { hook } = asked(call);
      const body = hook.deliveries.map(each => deliveryBody(each));
      return { body, isList: true };
    }),
    own('GET', '/:/deliveries/:', call => {
      const { found } = delivery(call);
      return { body: deliveryBody(found, true) };
    }),
    own('POST', '/:/deliveries/:/attempts', call => {
      const { hook, found } = delivery(call);
      void call.world.hooks.redeliver(hook, found);
      return { status: 202, body: {} };
    }),
  ];
}
