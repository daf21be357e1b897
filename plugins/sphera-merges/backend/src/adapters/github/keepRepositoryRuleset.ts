import { type GitHubRepository, NoSuchThing } from '@sphera/plugin-git-node';
import { areAlike, contextsOf, requiring, RULESET } from './ruleset';

const DOING = 'set up rulesets';

/** Has the portal's ruleset of a repository require these statuses, and nothing else; writes only what differs. */
export async function keepRepositoryRuleset(
  repository: GitHubRepository,
  contexts: readonly string[],
  known?: number,
): Promise<number> {
  const { owner, repo } = repository;
  const where = { owner, repo };
  const wish = {
    ...where,
    ...requiring(contexts),
    enforcement: 'active' as const,
  };
  const put = async (id: number) => {
    await repository.ask(DOING, rest =>
      rest.repos.updateRepoRuleset({ ...wish, ruleset_id: id }),
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
  const all = await repository.ask(DOING, (rest, every) =>
    every(rest.repos.getRepoRulesets, {
      ...where,
      includes_parents: false,
      per_page: 100,
    }),
  );
  const own = all.find(({ name }) => name === RULESET);
  if (!own) {
    const { data } = await repository.ask(DOING, rest =>
      rest.repos.createRepoRuleset(wish),
    );
    return data.id;
  }
  const { data: found } = await repository.ask(DOING, rest =>
    rest.repos.getRepoRuleset({ ...where, ruleset_id: own.id }),
  );
  const isRight =
    found.enforcement === wish.enforcement &&
    found.rules?.length === wish.rules.length &&
    areAlike(contextsOf(found.rules), contexts) &&
    areAlike(
      found.conditions?.ref_name?.include,
      wish.conditions.ref_name.include,
    ) &&
    areAlike(found.conditions?.ref_name?.exclude) &&
    (found.bypass_actors ?? []).length === 0;
  return isRight ? own.id : put(own.id);
}
