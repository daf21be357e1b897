import { timestamp } from '../../kubernetes/clock';
import type { IssueEvent } from '../pullRequests/IssueEvent';
import type { Answer, RepositoryCall, Route } from './Call';
import { commentBody } from './comments';
import { userBody } from './userBody';
import { apiUrl } from './Where';

/** https://docs.github.com/en/rest/issues/events, …/issues/timeline: of pull requests, the oldest first. */
export const issueEvents: Route[] = [
  { method: 'GET', path: '/issues/:/events', answer: events },
  { method: 'GET', path: '/issues/:/timeline', answer: timeline },
];

async function events(call: RepositoryCall): Promise<Answer> {
  const pullRequest = await call.book.get(Number(call.parts[0]));
  const body = pullRequest.events.map(each => bodyOf(call, each));
  return { body, isList: true };
}

/** The same, and what was said meanwhile. */
async function timeline(call: RepositoryCall): Promise<Answer> {
  const { number, ...said } = await call.book.get(Number(call.parts[0]));
  const all = [
    ...said.events.map(each => ({ at: each.at, body: bodyOf(call, each) })),
    ...said.comments.map(each => ({
      at: each.at,
      body: {
        ...commentBody(call, each, number),
        event: 'commented',
        actor: userBody(each.author, call.origin),
      },
    })),
  ];
  all.sort((one, other) => one.at - other.at);
  return { body: all.map(({ body }) => body), isList: true };
}

function bodyOf(
  call: RepositoryCall,
  { id, event, actor, at, label, commit }: IssueEvent,
): object {
  const color =
    call.repository.labels.find(({ name }) => name === label)?.color ??
    'ededed';
  return {
    id,
    node_id: `E_${id}`,
    url: `${apiUrl(call)}/issues/events/${id}`,
    actor: userBody(actor, call.origin),
    event,
    commit_id: commit ?? null,
    commit_url: commit ? `${apiUrl(call)}/commits/${commit}` : null,
    created_at: timestamp(at),
    performed_via_github_app: null,
    ...(label !== undefined && { label: { name: label, color } }),
  };
}
