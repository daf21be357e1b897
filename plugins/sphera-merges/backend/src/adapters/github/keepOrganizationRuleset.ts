import { type GitHubOrganization, NoSuchThing } from '@sphera/plugin-git-node';
import type { Frozen } from './GitHub';
import { areAlike, contextsOf, requiring, RULESET } from './ruleset';

const DOING = 'set up rulesets of the organisation';

/** Switches the portal's ruleset of an organisation on or off; one call for all its repositories, where it is known. */
export async function keepOrganizationRuleset(
  organization: GitHubOrganization,
  {
    frozen,
    context,
    except,
  }: { frozen: Frozen; context: string; except: readonly string[] },
  known?: number,
): Promise<number> {
  const { org } = organization;
  const { conditions, ...rest } = requiring([context]);
  // A list of names may be empty only where nothing is enforced.
  const include =
    frozen === 'all' || frozen.length === 0 ? ['~ALL'] : [...frozen];
  const wish = {
    org,
    ...rest,
    enforcement:
      frozen.length > 0 ? ('active' as const) : ('disabled' as const),
    conditions: {
      ...conditions,
      repository_name: { include, exclude: [...except] },
    },
  };
  const put = async (id: number) => {
    await organization.ask(DOING, api =>
      api.repos.updateOrgRuleset({ ...wish, ruleset_id: id }),
    );
    return id;
  };
  if (known !== undefined) {
    try {
      return await put(known);
    } catch (error) {
      if (!(error instanceof NoSuchThing)) throw error;
    }
  }
  const all = await organization.ask(DOING, (api, every) =>
    every(api.repos.getOrgRulesets, { org, per_page: 100 }),
  );
  const own = all.find(({ name }) => name === RULESET);
  if (!own) {
    const { data } = await organization.ask(DOING, api =>
      api.repos.createOrgRuleset(wish),
    );
    return data.id;
  }
  const { data: found } = await organization.ask(DOING, api =>
    api.repos.getOrgRuleset({ org, ruleset_id: own.id }),
  );
  const names = (found.conditions as typeof wish.conditions | undefined)
    ?.repository_name;
  const isRight =
    found.enforcement === wish.enforcement &&
    areAlike(contextsOf(found.rules), [context]) &&
    areAlike(names?.include, include) &&
    areAlike(names?.exclude, except) &&
    (found.bypass_actors ?? []).length === 0;
  return isRight ? own.id : put(own.id);
}
