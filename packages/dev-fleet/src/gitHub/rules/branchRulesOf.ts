import type { GitAccount } from '../../git/GitAccount';
import type { GitHubRepository } from '../state/GitHubRepository';
import type { Organization } from '../state/Organization';
import { appliesTo } from './appliesTo';
import { ruleOfProtection, ruleOfRuleset, type BranchRule } from './BranchRule';
import type { Ruleset } from './Ruleset';

/** Somebody, and what he is where rules are asked. */
export interface RuledPerson {
  account: Pick<GitAccount, 'login' | 'isOwner'> & { appId?: number };
  isAdmin: boolean;
}

/** Rulesets that are enforced for a branch or tag, the organisation's first. */
export function rulesetsFor(
  repository: GitHubRepository,
  organization: Organization | undefined,
  ref: string,
): Ruleset[] {
  const { id, hosted } = repository;
  const about = {
    repository: { id, name: hosted.name, branch: hosted.branch },
    ref,
  };
  return [...(organization?.rulesets ?? []), ...repository.rulesets].filter(
    ruleset => ruleset.enforcement === 'active' && appliesTo(ruleset, about),
  );
}

/** What holds for a branch or tag; for somebody, without what he may pass by. */
export function branchRulesOf(
  repository: GitHubRepository,
  organization: Organization | undefined,
  about: { ref: string; person?: RuledPerson; isPush?: boolean },
): BranchRule[] {
  const { ref, person, isPush = false } = about;
  const branch = ref.replace(/^refs\/heads\//, '');
  const protection = repository.protections.get(branch);
  const passes =
    protection && !protection.enforceAdmins && person?.isAdmin === true;
  return [
    ...(protection && !passes ? [ruleOfProtection(protection)] : []),
    ...rulesetsFor(repository, organization, ref)
      .filter(
        ruleset =>
          !person || !mayBypass(ruleset, person, { isPush, organization }),
      )
      .map(ruleOfRuleset),
  ];
}

/** GitHub's number for the role of administrators. */
const ADMIN_ROLE = 5;

function mayBypass(
  { bypass_actors }: Ruleset,
  { account, isAdmin }: RuledPerson,
  {
    isPush,
    organization,
  }: { isPush: boolean; organization: Organization | undefined },
): boolean {
  const isInTeam = (id: number | null) =>
    organization?.teams
      .find(team => team.id === id)
      ?.members.includes(account.login) ?? false;
  return bypass_actors.some(({ actor_id, actor_type, bypass_mode }) => {
    if (bypass_mode === 'pull_request' && isPush) return false;
    switch (actor_type) {
      case 'OrganizationAdmin':
        return account.isOwner ?? false;
      case 'RepositoryRole':
        return actor_id === ADMIN_ROLE && isAdmin;
      case 'Team':
        return isInTeam(actor_id);
      case 'Integration':
        return account.appId !== undefined && account.appId === actor_id;
      default:
        return false;
    }
  });
}
