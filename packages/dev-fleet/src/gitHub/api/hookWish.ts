import { GitHubError } from '../GitHubError';
import type { Hook } from '../hooks/Hook';
import type { Call } from './Call';
import { pingOf } from './pingOf';

const eventsIn = ({ events }: Record<string, unknown>): string[] | undefined =>
  Array.isArray(events) ? events.map(String) : undefined;

const refused = (message: string) =>
  new GitHubError(422, 'Validation Failed', [
    { resource: 'Hook', code: 'custom', message },
  ]);

/** Makes a hook as a call wishes it, and pings it. @throws GitHubError 422 */
export function makeHook(
  call: Call,
  { all, of }: { all: Hook[]; of: 'organization' | 'repository' },
): Hook {
  const { world, body, origin } = call;
  const now = world.options.clock.now();
  const hook: Hook = {
    id: world.ids.next(),
    isActive: body.active !== false,
    events: eventsIn(body) ?? ['push'],
    url: '',
    contentType: 'form',
    insecureSsl: '0',
    createdAt: now,
    updatedAt: now,
    deliveries: [],
  };
  applyConfig(hook, body);
  if (!/^https?:\/\/./.test(hook.url)) {
    throw refused('The URL you have entered is not valid');
  }
  const isSame = (each: Hook) => each.url === hook.url;
  if (all.some(isSame)) throw refused(`Hook already exists on this ${of}`);
  all.push(hook);
  void world.hooks.send(hook, pingOf(hook, `${origin}/api/v3`));
  return hook;
}

const namesIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.map(String) : [];

/** @throws GitHubError 422 */
export function changeHook({ world, body }: Call, hook: Hook): void {
  if (typeof body.active === 'boolean') hook.isActive = body.active;
  hook.events = eventsIn(body) ?? hook.events;
  const add = namesIn(body.add_events);
  const remove = namesIn(body.remove_events);
  hook.events = [...new Set([...hook.events, ...add])].filter(
    each => !remove.includes(each),
  );
  applyConfig(hook, body);
  hook.updatedAt = world.options.clock.now();
}

function applyConfig(hook: Hook, body: Record<string, unknown>): void {
  const config = (body.config ?? {}) as Record<string, unknown>;
  if (typeof config.url === 'string') hook.url = config.url;
  if (config.content_type === 'json' || config.content_type === 'form') {
    hook.contentType = config.content_type;
  }
  if (typeof config.secret === 'string') hook.secret = config.secret;
  if (config.insecure_ssl !== undefined) {
    hook.insecureSsl = String(config.insecure_ssl);
  }
}
