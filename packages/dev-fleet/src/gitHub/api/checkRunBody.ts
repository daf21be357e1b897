import { timestamp } from '../../kubernetes/clock';
import type { CheckRun } from '../pullRequests/CheckRuns';
import { idOf } from './userBody';
import { apiUrl, pageUrl, type Where } from './Where';

export function checkRunBody(run: CheckRun, where: Where): object {
  const page = `${pageUrl(where)}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    head_sha: run.sha,
    external_id: run.externalId ?? '',
    url: `${apiUrl(where)}/check-runs/${run.id}`,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: timestamp(run.startedAt),
    completed_at: run.endedAt === undefined ? null : timestamp(run.endedAt),
    output: {
      title: run.output?.title ?? null,
      summary: run.output?.summary ?? null,
      text: run.output?.text ?? null,
      annotations_count: 0,
    },
    app: { id: idOf(run.app), slug: run.app, name: run.app },
    pull_requests: [],
  };
}
