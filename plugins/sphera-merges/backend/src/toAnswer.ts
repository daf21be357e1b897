import type { Hold, HeldPullRequest } from '@sphera/plugin-merges-common';
import type { MergeSettings } from './settings/MergeSettings';
import type { KeptPullRequest } from './storage/KeptPullRequest';
import type { KeptRepository } from './storage/KeptRepository';

const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** A repository as answers have it. */
export function toHold(
  row: KeptRepository,
  { origin, strategy }: Pick<MergeSettings, 'origin' | 'strategy'>,
): Hold {
  const { spelled, services, wanted, state, freezes, checkedAt } = row;
  return {
    repository: spelled,
    url: `${origin}/${spelled}`,
    services,
    wanted,
    state,
    since: iso(row.since),
    strategy,
    freezes,
    pullRequests: { open: row.open, held: row.held, exempt: row.exempt },
    checkedAt: checkedAt === undefined ? undefined : iso(checkedAt),
    problem: row.problem,
  };
}

/** A pull request as answers have it. */
export function toPullRequest(
  one: KeptPullRequest,
  { wanted }: Pick<KeptRepository, 'wanted'>,
): HeldPullRequest {
  // The freeze came, or went, after this one was looked at.
  const isBehind = (one.state === 'free') !== (wanted === 'open');
  return {
    number: one.number,
    title: one.title,
    author: one.author,
    url: one.url,
    updatedAt: iso(one.updatedAt),
    state: isBehind ? 'changing' : one.state,
    sentence: isBehind ? 'GitHub is not told yet' : one.sentence,
    exemptedBy: one.exemptedBy,
  };
}
