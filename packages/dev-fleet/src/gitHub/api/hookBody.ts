import { timestamp } from '../../kubernetes/clock';
import type { Delivery, Hook } from '../hooks/Hook';

/** @param url - of the list that it is in */
export function hookBody(hook: Hook, url: string): object {
  const [last] = hook.deliveries;
  return {
    type: url.includes('/orgs/') ? 'Organization' : 'Repository',
    id: hook.id,
    name: 'web',
    active: hook.isActive,
    events: hook.events,
    config: {
      url: hook.url,
      content_type: hook.contentType,
      insecure_ssl: hook.insecureSsl,
      ...(hook.secret && { secret: '********' }),
    },
    url: `${url}/${hook.id}`,
    ping_url: `${url}/${hook.id}/pings`,
    deliveries_url: `${url}/${hook.id}/deliveries`,
    created_at: timestamp(hook.createdAt),
    updated_at: timestamp(hook.updatedAt),
    last_response: {
      code: last?.statusCode || null,
      status: stateOf(last),
      message: last?.status ?? null,
    },
  };
}

function stateOf(last: Delivery | undefined): string {
  if (!last) return 'unused';
  return last.status === 'OK' ? 'active' : 'error';
}
