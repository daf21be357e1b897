import { GitHubError, invalid, notFound } from '../GitHubError';
import type {
  CheckConclusion,
  CheckRun,
  CheckRunWish,
} from '../pullRequests/CheckRuns';
import type { Answer, RepositoryCall, Route } from './Call';
import { checkRunBody } from './checkRunBody';
import { resolveCommit } from './resolveCommit';
import { textOf } from './textOf';

const STATES = ['queued', 'in_progress', 'completed'];

/** https://docs.github.com/en/rest/checks/runs */
export const checkRuns: Route[] = [
  { method: 'GET', path: '/commits/*/check-runs', answer: list },
  { method: 'POST', path: '/check-runs', answer: create },
  { method: 'GET', path: '/check-runs/:', answer: get },
  { method: 'PATCH', path: '/check-runs/:', answer: update },
];

async function list(call: RepositoryCall): Promise<Answer> {
  const { repository, parts, query } = call;
  const sha = await resolveCommit(repository, parts[0]);
  const { checks } = repository;
  const all =
    query.get('filter') === 'all' ? checks.of(sha) : checks.latestOf(sha);
  const name = query.get('check_name');
  const status = query.get('status');
  const body = all
    .filter(run => (name ?? run.name) === run.name)
    .filter(run => (status ?? run.status) === run.status)
    .map(run => checkRunBody(run, call));
  return { body, isList: true, listName: 'check_runs' };
}

/** GitHub has no check runs of people; a token of somebody stands for an app here. */
const appOf = ({ account }: RepositoryCall) =>
  account.login.replace(/\[bot\]$/, '');

async function create(call: RepositoryCall): Promise<Answer> {
  const { repository, body } = call;
  if (!textOf(body, 'name')) throw invalid('CheckRun', 'name');
  const sha = textOf(body, 'head_sha');
  if (!sha) throw invalid('CheckRun', 'head_sha');
  const commit = await resolveCommit(repository, sha);
  const run = repository.checks.create(commit, {
    app: appOf(call),
    ...wishOf(body),
  });
  return { status: 201, body: checkRunBody(run, call) };
}

function get(call: RepositoryCall): Answer {
  return { body: checkRunBody(asked(call), call) };
}

function update(call: RepositoryCall): Answer {
  const run = asked(call);
  call.repository.checks.update(run, wishOf(call.body));
  return { body: checkRunBody(run, call) };
}

function asked({ repository, parts }: RepositoryCall): CheckRun {
  const found = repository.checks.get(Number(parts[0]));
  if (!found) throw notFound();
  return found;
}

function wishOf(body: Record<string, unknown>): CheckRunWish {
  const status = textOf(body, 'status');
  if (status && !STATES.includes(status)) {
    throw new GitHubError(422, 'Validation Failed', [
      { resource: 'CheckRun', field: 'status', code: 'invalid' },
    ]);
  }
  const wish: CheckRunWish = {
    name: textOf(body, 'name'),
    status: status as CheckRun['status'] | undefined,
    conclusion: textOf(body, 'conclusion') as CheckConclusion | undefined,
    startedAt: momentOf(body, 'started_at'),
    endedAt: momentOf(body, 'completed_at'),
    detailsUrl: textOf(body, 'details_url'),
    externalId: textOf(body, 'external_id'),
    output: body.output as CheckRun['output'],
  };
  return Object.fromEntries(
    Object.entries(wish).filter(([, value]) => value !== undefined),
  );
}

function momentOf(
  body: Record<string, unknown>,
  field: string,
): number | undefined {
  const text = textOf(body, field);
  return text === undefined ? undefined : Date.parse(text);
}
