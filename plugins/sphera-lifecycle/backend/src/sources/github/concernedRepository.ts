import type { EventParams } from '@backstage/plugin-events-node';

/** What a webhook of GitHub tells, as far as it is looked at. */
interface Payload {
  action?: string;
  ref?: string;
  context?: string;
  branches?: Array<{ name?: string }>;
  check_run?: { name?: string; check_suite?: { head_branch?: string | null } };
  check_suite?: { head_branch?: string | null };
  workflow_run?: { head_branch?: string | null };
  repository?: { full_name?: string; default_branch?: string };
}

/**
 * The repository of which an event may have changed facts, as `owner/name` in small letters; `undefined` where it changed
 * none: builds of pull requests, say.
 */
export function concernedRepository(
  { metadata, eventPayload }: EventParams,
  isOwn: (check: string) => boolean,
): string | undefined {
  const payload = (eventPayload ?? {}) as Payload;
  const event = metadata?.['x-github-event'];
  const name = payload.repository?.full_name;
  if (typeof name !== 'string') return undefined;
  return concerns(String(event), payload, isOwn)
    ? name.toLowerCase()
    : undefined;
}

function concerns(
  event: string,
  payload: Payload,
  isOwn: (check: string) => boolean,
): boolean {
  const main = payload.repository?.default_branch;
  /** Where it does not say of which branch it is, it may be of this one. */
  const isOfMain = (branch: string | null | undefined) =>
    !branch || branch === main;
  switch (event) {
    case 'push':
      return payload.ref === `refs/heads/${main}`;
    case 'status': {
      const branches = payload.branches ?? [];
      return (
        !isOwn(payload.context ?? '') &&
        (branches.length === 0 || branches.some(({ name }) => isOfMain(name)))
      );
    }
    case 'check_run':
      return (
        !isOwn(payload.check_run?.name ?? '') &&
        isOfMain(payload.check_run?.check_suite?.head_branch)
      );
    case 'check_suite':
      return isOfMain(payload.check_suite?.head_branch);
    case 'workflow_run':
      return isOfMain(payload.workflow_run?.head_branch);
    case 'repository':
    case 'branch_protection_rule':
    case 'repository_ruleset':
      return true;
    default:
      return false;
  }
}
