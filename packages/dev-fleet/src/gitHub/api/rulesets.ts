import { notFound } from '../GitHubError';
import type { Ruleset } from '../rules/Ruleset';
import type { Answer, Call, RepositoryCall, Route } from './Call';
import { organizationOf } from './organizations';
import { rulesetWish } from './rulesetWish';
import { apiUrl } from './Where';

/** Where the rulesets of a call are kept, and what they are of. */
interface Place {
  own: Ruleset[];
  /** Others that hold too, which a list names as well. */
  inherited: Ruleset[];
  source: Pick<Ruleset, 'source' | 'source_type'>;
  url: string;
}

/** https://docs.github.com/en/rest/repos/rules */
export const rulesets: Route[] = routesOf<RepositoryCall>('/rulesets', {
  index: 0,
  placeOf: call => ({
    own: call.repository.rulesets,
    inherited: call.world.organizationOf(call.repository)?.rulesets ?? [],
    source: { source_type: 'Repository', source: call.repository.name },
    url: `${apiUrl(call)}/rulesets`,
  }),
});

/** https://docs.github.com/en/rest/orgs/rules */
export const organizationRulesets = routesOf<Call>('/orgs/:/rulesets', {
  index: 1,
  placeOf(call) {
    const organization = organizationOf(call);
    // Nobody else learns that there are some.
    if (!call.account.isOwner) throw notFound();
    return {
      own: organization.rulesets,
      inherited: [],
      source: { source_type: 'Organization', source: organization.login },
      url: `${call.origin}/api/v3/orgs/${organization.login}/rulesets`,
    };
  },
});

const kindOf = ({ source }: Place) => ({
  isOfOrganization: source.source_type === 'Organization',
});

function routesOf<C extends Call>(
  path: string,
  { index, placeOf }: { index: number; placeOf(call: C): Place },
): Array<Route<C>> {
  const asked = (call: C, all: (place: Place) => Ruleset[]) => {
    const place = placeOf(call);
    const id = Number(call.parts[index]);
    const found = all(place).find(each => each.id === id);
    if (!found) throw notFound();
    return { place, found };
  };
  const bodyOf = (ruleset: Ruleset, { url }: Place) => ({
    ...ruleset,
    node_id: `RRS_${ruleset.id}`,
    _links: { self: { href: `${url}/${ruleset.id}` } },
  });
  const change = (
    method: Route['method'],
    rest: string,
    answer: (call: C) => Answer,
  ): Route<C> => ({ method, path: `${path}${rest}`, needs: 'admin', answer });
  return [
    {
      method: 'GET',
      path,
      answer(call) {
        const place = placeOf(call);
        const isAlone = call.query.get('includes_parents') === 'false';
        const all = [...(isAlone ? [] : place.inherited), ...place.own];
        // A list tells of none what it asks.
        const body = all.map(({ rules, conditions, ...ruleset }) => ruleset);
        return { body, isList: true };
      },
    },
    {
      method: 'GET',
      path: `${path}/:`,
      answer(call) {
        const { place, found } = asked(call, ({ own, inherited }) => [
          ...own,
          ...inherited,
        ]);
        return { body: bodyOf(found, place) };
      },
    },
    change('POST', '', call => {
      const place = placeOf(call);
      const made = {
        id: call.world.ids.next(),
        ...rulesetWish(call, { ...kindOf(place), others: place.own }),
        ...place.source,
      };
      place.own.push(made);
      return { status: 201, body: bodyOf(made, place) };
    }),
    change('PUT', '/:', call => {
      const { place, found } = asked(call, ({ own }) => own);
      const others = place.own.filter(each => each !== found);
      const beside = { ...kindOf(place), others, before: found };
      Object.assign(found, rulesetWish(call, beside));
      return { body: bodyOf(found, place) };
    }),
    change('DELETE', '/:', call => {
      const { place, found } = asked(call, ({ own }) => own);
      place.own.splice(place.own.indexOf(found), 1);
      return { status: 204 };
    }),
  ];
}
