import { GitHubError, invalid, notFound } from '../GitHubError';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { Label } from '../state/Label';
import { putLabel, takeLabel } from '../state/labelling';
import type { Answer, RepositoryCall, Route } from './Call';
import { labelBody } from './labelBody';
import { textOf } from './textOf';

/** https://docs.github.com/en/rest/issues/labels: of a repository, and of its pull requests. */
export const labels: Route[] = [
  { method: 'GET', path: '/labels', answer: list },
  { method: 'POST', path: '/labels', answer: create },
  { method: 'GET', path: '/labels/:', answer: get },
  { method: 'PATCH', path: '/labels/:', answer: update },
  { method: 'DELETE', path: '/labels/:', answer: remove },
  { method: 'GET', path: '/issues/:/labels', answer: ofPullRequest },
  { method: 'POST', path: '/issues/:/labels', answer: add },
  { method: 'PUT', path: '/issues/:/labels', answer: replace },
  { method: 'DELETE', path: '/issues/:/labels/:', answer: take },
];

const isSame = (one: string, other: string) =>
  one.toLowerCase() === other.toLowerCase();

function list(call: RepositoryCall): Answer {
  const all = call.repository.labels;
  return { body: all.map(each => labelBody(each, call)), isList: true };
}

function create(call: RepositoryCall): Answer {
  const name = textOf(call.body, 'name');
  if (!name) throw invalid('Label', 'name');
  return { status: 201, body: labelBody(make(call, name), call) };
}

function make(call: RepositoryCall, name: string): Label {
  const { repository, world, body } = call;
  if (repository.labels.some(each => isSame(each.name, name))) {
    throw new GitHubError(422, 'Validation Failed', [
      { resource: 'Label', code: 'already_exists', field: 'name' },
    ]);
  }
  const label: Label = {
    id: world.ids.next(),
    name,
    color: colorIn(body) ?? 'ededed',
    description: textOf(body, 'description') ?? null,
    isDefault: false,
  };
  repository.labels.push(label);
  return label;
}

/** @throws GitHubError 422 */
function colorIn(body: Record<string, unknown>): string | undefined {
  const color = textOf(body, 'color');
  if (color === undefined || /^[0-9a-f]{6}$/i.test(color)) return color;
  throw new GitHubError(422, 'Validation Failed', [
    { resource: 'Label', code: 'invalid', field: 'color' },
  ]);
}

function asked({ repository, parts }: RepositoryCall): Label {
  const found = repository.labels.find(({ name }) => isSame(name, parts[0]));
  if (!found) throw notFound();
  return found;
}

function get(call: RepositoryCall): Answer {
  return { body: labelBody(asked(call), call) };
}

function update(call: RepositoryCall): Answer {
  const label = asked(call);
  const { body } = call;
  label.color = colorIn(body) ?? label.color;
  label.name = textOf(body, 'new_name') ?? label.name;
  if ('description' in body) {
    label.description = textOf(body, 'description') ?? null;
  }
  return { body: labelBody(label, call) };
}

function remove(call: RepositoryCall): Answer {
  const label = asked(call);
  const { repository } = call;
  repository.labels = repository.labels.filter(each => each !== label);
  return { status: 204 };
}

async function ofPullRequest(call: RepositoryCall): Promise<Answer> {
  return has(call, await call.book.get(Number(call.parts[0])));
}

function has(call: RepositoryCall, pullRequest: PullRequest): Answer {
  const body = call.repository.labels
    .filter(({ name }) => pullRequest.labels.includes(name))
    .map(each => labelBody(each, call));
  return { body, isList: true };
}

async function add(call: RepositoryCall): Promise<Answer> {
  const pullRequest = await call.book.get(Number(call.parts[0]));
  for (const name of wished(call)) put(call, pullRequest, name);
  return has(call, pullRequest);
}

async function replace(call: RepositoryCall): Promise<Answer> {
  const pullRequest = await call.book.get(Number(call.parts[0]));
  const names = wished(call);
  for (const name of [...pullRequest.labels]) {
    if (!names.some(each => isSame(each, name))) drop(call, pullRequest, name);
  }
  for (const name of names) put(call, pullRequest, name);
  return has(call, pullRequest);
}

async function take(call: RepositoryCall): Promise<Answer> {
  const [number, wish] = call.parts;
  const pullRequest = await call.book.get(Number(number));
  const name = pullRequest.labels.find(each => isSame(each, wish));
  if (!name) throw new GitHubError(404, 'Label does not exist');
  drop(call, pullRequest, name);
  return has(call, pullRequest);
}

/** A label that the repository does not have yet is made. */
function put(call: RepositoryCall, pullRequest: PullRequest, wish: string) {
  const { world, repository, account } = call;
  const known = repository.labels.find(each => isSame(each.name, wish));
  const { name } = known ?? make({ ...call, body: {} }, wish);
  putLabel(world, repository, { pullRequest, name, by: account.login });
}

function drop(call: RepositoryCall, pullRequest: PullRequest, name: string) {
  const { world, repository, account } = call;
  takeLabel(world, repository, { pullRequest, name, by: account.login });
}

function wished({ body }: RepositoryCall): string[] {
  const names = Array.isArray(body) ? body : body.labels;
  if (!Array.isArray(names)) throw invalid('Label', 'labels');
  return names.map(each =>
    typeof each === 'string' ? each : String(each.name),
  );
}
