import type { KeptPullRequest } from './KeptPullRequest';

/** A pull request as the table `merge_pull_requests` holds it. */
export interface PullRequestRow {
  id: string;
  repository: string;
  number: number;
  title: string;
  author: string;
  url: string;
  head: string;
  updated_at: number | string;
  state: KeptPullRequest['state'];
  sentence: string;
  exempted_by: string | null;
  exemption: string | null;
  statuses: string;
}

/** One key for repository and number. */
export const idOf = (repository: string, number: number) =>
  `${repository}#${number}`;

/** The row of a pull request. */
export const toRow = (each: KeptPullRequest): PullRequestRow => ({
  id: idOf(each.repository, each.number),
  repository: each.repository,
  number: each.number,
  title: each.title,
  author: each.author,
  url: each.url,
  head: each.head,
  updated_at: each.updatedAt,
  state: each.state,
  sentence: each.sentence,
  exempted_by: each.exemptedBy ?? null,
  exemption: each.exemption ?? null,
  statuses: JSON.stringify(each.statuses),
});

/** The pull request of a row. */
export const toPullRequest = (row: PullRequestRow): KeptPullRequest => ({
  repository: row.repository,
  number: row.number,
  title: row.title,
  author: row.author,
  url: row.url,
  head: row.head,
  updatedAt: Number(row.updated_at),
  state: row.state,
  sentence: row.sentence,
  exemptedBy: row.exempted_by ?? undefined,
  exemption: row.exemption ?? undefined,
  statuses: JSON.parse(row.statuses),
});
