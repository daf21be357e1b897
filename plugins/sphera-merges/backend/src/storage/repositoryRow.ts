import type { KeptRepository, Outcome, Wish } from './KeptRepository';

type Stored = number | string;

/** In place of the digest of a wish: the repository is not looked after any more. */
export const LEFT = 'left';

/** A repository as the table `merge_repositories` holds it. */
export interface RepositoryRow {
  name: string;
  spelled: string;
  services: string;
  wanted: KeptRepository['wanted'];
  freezes: string;
  wish: string;
  seen_at: Stored;
  asked: Stored;
  asked_deep: Stored;
  done: Stored;
  retry_at: Stored;
  tries: number;
  state: KeptRepository['state'];
  since: Stored;
  noted: KeptRepository['noted'];
  problem: string | null;
  checked_at: Stored | null;
  open: number;
  held: number;
  exempt: number;
  newest_at: Stored;
  known: string;
}

/** What somebody wants of it. */
export const wishColumns = ({ wanted, freezes }: Wish) => ({
  wanted,
  freezes: JSON.stringify(freezes),
});

/** What came of it. */
export const outcomeColumns = (outcome: Outcome) => ({
  state: outcome.state,
  since: outcome.since,
  problem: outcome.problem ? JSON.stringify(outcome.problem) : null,
  checked_at: outcome.checkedAt ?? null,
  open: outcome.open,
  held: outcome.held,
  exempt: outcome.exempt,
  newest_at: outcome.newestAt,
  known: JSON.stringify(outcome.known),
});

/** The repository of a row. */
export const toRepository = (row: RepositoryRow): KeptRepository => ({
  name: row.name,
  spelled: row.spelled,
  services: JSON.parse(row.services),
  wanted: row.wanted,
  freezes: JSON.parse(row.freezes),
  seenAt: Number(row.seen_at),
  asked: Number(row.asked),
  askedDeep: Number(row.asked_deep),
  done: Number(row.done),
  retryAt: Number(row.retry_at),
  tries: row.tries,
  state: row.state,
  since: Number(row.since),
  noted: row.noted,
  isLeft: row.wish === LEFT,
  problem: row.problem ? JSON.parse(row.problem) : undefined,
  checkedAt: row.checked_at === null ? undefined : Number(row.checked_at),
  open: row.open,
  held: row.held,
  exempt: row.exempt,
  newestAt: Number(row.newest_at),
  known: JSON.parse(row.known),
});
