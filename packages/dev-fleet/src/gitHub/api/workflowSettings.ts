import { GitHubError, notFound } from '../GitHubError';
import type { Answer, RepositoryCall, Route } from './Call';
import { textOf } from './textOf';

/** https://docs.github.com/en/rest/actions/variables; what else stock actions set is taken and not acted on. */
export const workflowSettings: Route[] = [
  { method: 'GET', path: '/actions/variables', answer: list },
  { method: 'POST', path: '/actions/variables', answer: create },
  { method: 'GET', path: '/actions/variables/:', answer: get },
  { method: 'PUT', path: '/subscription', needs: 'pull', answer: subscribe },
];

function list({ repository }: RepositoryCall): Answer {
  const body = [...repository.variables].map(([name, value]) => ({
    name,
    value,
  }));
  return { body, isList: true, listName: 'variables' };
}

function create({ repository, body }: RepositoryCall): Answer {
  const name = textOf(body, 'name')?.toUpperCase();
  if (!name) throw new GitHubError(422, 'Invalid request.');
  if (repository.variables.has(name)) {
    throw new GitHubError(409, 'Already exists - Variable already exists');
  }
  repository.variables.set(name, String(body.value ?? ''));
  return { status: 201, body: {} };
}

function get({ repository, parts: [name] }: RepositoryCall): Answer {
  const value = repository.variables.get(name.toUpperCase());
  if (value === undefined) throw notFound();
  return { body: { name: name.toUpperCase(), value } };
}

function subscribe({ body }: RepositoryCall): Answer {
  return { body: { subscribed: body.subscribed === true, ignored: false } };
}
