import { GitHubError } from '../GitHubError';
import { noProtection, type Protection } from '../rules/Protection';
import { existingBranch } from './branches';
import type { Answer, RepositoryCall, Route } from './Call';
import { protectionBody } from './protectionBody';
import { protectionOf } from './protectionWish';
import { apiUrl } from './Where';

const PATH = '/branches/:/protection';
const CHECKS = `${PATH}/required_status_checks`;
const ADMINS = `${PATH}/enforce_admins`;
const needs = 'admin' as const;

/** https://docs.github.com/en/rest/branches/branch-protection */
export const branchProtection: Route[] = [
  { method: 'GET', path: PATH, needs, answer: get },
  { method: 'PUT', path: PATH, needs, answer: put },
  { method: 'DELETE', path: PATH, needs, answer: remove },
  { method: 'GET', path: CHECKS, needs, answer: checks },
  { method: 'PATCH', path: CHECKS, needs, answer: setChecks },
  { method: 'DELETE', path: CHECKS, needs, answer: removeChecks },
  { method: 'GET', path: `${CHECKS}/contexts`, needs, answer: contexts },
  { method: 'POST', path: `${CHECKS}/contexts`, needs, answer: addContexts },
  { method: 'PUT', path: `${CHECKS}/contexts`, needs, answer: setContexts },
  { method: 'DELETE', path: `${CHECKS}/contexts`, needs, answer: dropContexts },
  { method: 'GET', path: ADMINS, needs, answer: enforced },
  { method: 'POST', path: ADMINS, needs, answer: enforce },
  { method: 'DELETE', path: ADMINS, needs, answer: relax },
  {
    method: 'POST',
    path: `${PATH}/required_signatures`,
    needs,
    answer: wantSignatures,
  },
];

/** @throws GitHubError 404 */
async function asked(call: RepositoryCall): Promise<Protection> {
  const [branch] = call.parts;
  await existingBranch(call, branch);
  const found = call.repository.protections.get(branch);
  if (!found) throw new GitHubError(404, 'Branch not protected');
  return found;
}

/** Sets what is other than it was. */
function set(call: RepositoryCall, protection: Protection): void {
  call.repository.protections.set(call.parts[0], protection);
}

const urlOf = (call: RepositoryCall) =>
  `${apiUrl(call)}/branches/${call.parts[0]}/protection`;

async function get(call: RepositoryCall): Promise<Answer> {
  return { body: protectionBody(await asked(call), urlOf(call)) };
}

async function put(call: RepositoryCall): Promise<Answer> {
  const { repository, parts, body } = call;
  await existingBranch(call, parts[0]);
  const before = repository.protections.get(parts[0]) ?? noProtection;
  set(call, protectionOf(body, before));
  return get(call);
}

async function remove(call: RepositoryCall): Promise<Answer> {
  await asked(call);
  call.repository.protections.delete(call.parts[0]);
  return { status: 204 };
}

type Checks = NonNullable<Protection['checks']>;

async function askedChecks(
  call: RepositoryCall,
): Promise<{ protection: Protection; known: Checks }> {
  const protection = await asked(call);
  if (!protection.checks) {
    throw new GitHubError(404, 'Required status checks not enabled');
  }
  return { protection, known: protection.checks };
}

async function checks(call: RepositoryCall): Promise<Answer> {
  const { known } = await askedChecks(call);
  return {
    body: {
      url: `${urlOf(call)}/required_status_checks`,
      strict: known.isStrict,
      contexts: known.contexts,
      checks: known.contexts.map(context => ({ context, app_id: null })),
    },
  };
}

const asWish = ({ isStrict, contexts: names }: Checks) => ({
  strict: isStrict,
  contexts: names,
});

async function setChecks(call: RepositoryCall): Promise<Answer> {
  const { protection, known } = await askedChecks(call);
  const wished = protectionOf(
    { required_status_checks: { ...asWish(known), ...call.body } },
    protection,
  );
  set(call, { ...protection, checks: wished.checks });
  return checks(call);
}

async function removeChecks(call: RepositoryCall): Promise<Answer> {
  const { protection } = await askedChecks(call);
  set(call, { ...protection, checks: undefined });
  return { status: 204 };
}

async function contexts(call: RepositoryCall): Promise<Answer> {
  return { body: (await askedChecks(call)).known.contexts };
}

async function changeContexts(
  call: RepositoryCall,
  change: (known: string[], wished: string[]) => string[],
): Promise<Answer> {
  const { protection, known } = await askedChecks(call);
  const { body } = call;
  const list = Array.isArray(body) ? body : body.contexts;
  const wished = Array.isArray(list) ? list.map(String) : [];
  const changed = [...new Set(change(known.contexts, wished))];
  set(call, { ...protection, checks: { ...known, contexts: changed } });
  return { body: changed };
}

function addContexts(call: RepositoryCall): Promise<Answer> {
  return changeContexts(call, (known, wished) => [...known, ...wished]);
}

function setContexts(call: RepositoryCall): Promise<Answer> {
  return changeContexts(call, (_known, wished) => wished);
}

function dropContexts(call: RepositoryCall): Promise<Answer> {
  return changeContexts(call, (known, wished) =>
    known.filter(each => !wished.includes(each)),
  );
}

async function enforced(call: RepositoryCall): Promise<Answer> {
  const { enforceAdmins: enabled } = await asked(call);
  return { body: { url: `${urlOf(call)}/enforce_admins`, enabled } };
}

async function enforce(call: RepositoryCall): Promise<Answer> {
  set(call, { ...(await asked(call)), enforceAdmins: true });
  return enforced(call);
}

async function relax(call: RepositoryCall): Promise<Answer> {
  set(call, { ...(await asked(call)), enforceAdmins: false });
  return { status: 204 };
}

async function wantSignatures(call: RepositoryCall): Promise<Answer> {
  set(call, { ...(await asked(call)), wantsSignatures: true });
  const url = `${urlOf(call)}/required_signatures`;
  return { body: { url, enabled: true } };
}
