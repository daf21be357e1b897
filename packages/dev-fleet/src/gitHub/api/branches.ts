import { branchesOf } from '../../git/movedBranches';
import { GitHubError } from '../GitHubError';
import { headOf } from '../pullRequests/branches';
import { rulesetsFor } from '../rules/branchRulesOf';
import type { Answer, RepositoryCall, Route } from './Call';
import { commitBody } from './commitBody';
import { apiUrl } from './Where';

/** https://docs.github.com/en/rest/branches/branches, …/repos/rules */
export const branches: Route[] = [
  { method: 'GET', path: '/branches', answer: list },
  { method: 'GET', path: '/branches/:', answer: get },
  { method: 'GET', path: '/rules/branches/:', answer: rules },
];

async function list(call: RepositoryCall): Promise<Answer> {
  const { repository, query } = call;
  const all = await branchesOf(repository.hosted.folder);
  const wanted = query.get('protected');
  const body = [...all]
    .map(([name, sha]) => ({
      name,
      commit: { sha, url: `${apiUrl(call)}/commits/${sha}` },
      protected: isProtected(call, name),
    }))
    .filter(each => wanted === null || String(each.protected) === wanted);
  return { body, isList: true };
}

/** @throws GitHubError 404 as GitHub says it of a branch that there is not */
export async function existingBranch(
  { repository }: RepositoryCall,
  name: string,
): Promise<string> {
  const sha = await headOf(repository.hosted, name);
  if (!sha) throw new GitHubError(404, 'Branch not found');
  return sha;
}

async function get(call: RepositoryCall): Promise<Answer> {
  const { repository, parts } = call;
  const [name] = parts;
  const sha = await existingBranch(call, name);
  const protection = repository.protections.get(name);
  const contexts = protection?.checks?.contexts ?? [];
  return {
    body: {
      name,
      commit: await commitBody(call, sha),
      protected: isProtected(call, name),
      protection: {
        enabled: Boolean(protection),
        required_status_checks: {
          enforcement_level: levelOf(contexts, protection?.enforceAdmins),
          contexts,
          checks: contexts.map(context => ({ context, app_id: null })),
        },
      },
      protection_url: `${apiUrl(call)}/branches/${name}/protection`,
    },
  };
}

function levelOf(contexts: string[], enforcesAdmins?: boolean): string {
  if (contexts.length === 0) return 'off';
  return enforcesAdmins ? 'everyone' : 'non_admins';
}

const rulesetsOf = ({ world, repository }: RepositoryCall, branch: string) =>
  rulesetsFor(
    repository,
    world.organizationOf(repository),
    `refs/heads/${branch}`,
  );

function isProtected(call: RepositoryCall, branch: string): boolean {
  return (
    call.repository.protections.has(branch) ||
    rulesetsOf(call, branch).length > 0
  );
}

function rules(call: RepositoryCall): Answer {
  const [branch] = call.parts;
  const body = rulesetsOf(call, branch).flatMap(ruleset =>
    ruleset.rules.map(rule => ({
      ...rule,
      ruleset_id: ruleset.id,
      ruleset_source: ruleset.source,
      ruleset_source_type: ruleset.source_type,
    })),
  );
  return { body, isList: true };
}
