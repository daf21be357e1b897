import { notFound } from '../GitHubError';
import { headOf } from '../pullRequests/branches';
import type { Answer, Call, Route } from './Call';

/** https://docs.github.com/en/rest/repos/repos, …/branches/branches, …/repos/rules */
export const repositories: Route[] = [
  { method: 'GET', path: '', answer: get },
  { method: 'GET', path: '/branches/:', answer: branch },
  { method: 'GET', path: '/rules/branches/:', answer: branchRules },
];

function get({ book, account }: Call): Answer {
  const { repository, rules } = book;
  const allows = (method: 'merge' | 'squash' | 'rebase') =>
    rules.methods?.includes(method) ?? true;
  const mayPush = account.mayPush ?? true;
  return {
    body: {
      full_name: repository.name,
      private: true,
      default_branch: repository.branch,
      permissions: { pull: true, push: mayPush, admin: false },
      // Told to who may push.
      ...(mayPush && {
        allow_merge_commit: allows('merge'),
        allow_squash_merge: allows('squash'),
        allow_rebase_merge: allows('rebase'),
      }),
    },
  };
}

async function branch({ book, parts: [name] }: Call): Promise<Answer> {
  const { repository, rules } = book;
  const sha = await headOf(repository, name);
  if (!sha) throw notFound();
  const isProtected = repository.protectedBranches.includes(name);
  const contexts =
    isProtected && !rules.isRuleset ? rules.requiredChecks ?? [] : [];
  return {
    body: {
      name,
      commit: { sha },
      protected: isProtected,
      protection: {
        enabled: isProtected,
        required_status_checks: {
          enforcement_level: contexts.length ? 'everyone' : 'off',
          contexts,
          checks: contexts.map(context => ({ context, app_id: null })),
        },
      },
    },
  };
}

function branchRules({ book, parts: [name] }: Call): Answer {
  const { repository, rules } = book;
  const isProtected = repository.protectedBranches.includes(name);
  const checks = (rules.requiredChecks ?? []).map(context => ({ context }));
  const body =
    isProtected && rules.isRuleset
      ? [
          { type: 'pull_request', parameters: {} },
          {
            type: 'required_status_checks',
            parameters: { required_status_checks: checks },
          },
        ]
      : [];
  return { body, isList: true };
}
