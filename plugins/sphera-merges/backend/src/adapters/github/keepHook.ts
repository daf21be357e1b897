import type { GitHubOrganization } from '@sphera/plugin-git-node';

const DOING = 'set up webhooks of the organisation';

/** What the portal wants to hear. */
export const HOOK_EVENTS = [
  'pull_request',
  'merge_group',
  'push',
  'status',
  'check_run',
  'check_suite',
  'workflow_run',
  'repository',
];

/** Makes the webhook of an organisation, or mends one that hears of less, or is switched off. */
export async function keepHook(
  organization: GitHubOrganization,
  { url, secret }: { url: string; secret: string },
): Promise<void> {
  const { org } = organization;
  const all = await organization.ask(DOING, (rest, every) =>
    every(rest.orgs.listWebhooks, { org, per_page: 100 }),
  );
  const own = all.find(({ config }) => config.url === url);
  const wish = {
    org,
    active: true,
    events: HOOK_EVENTS,
    config: { url, secret, content_type: 'json', insecure_ssl: '0' },
  };
  if (!own) {
    await organization.ask(DOING, rest =>
      rest.orgs.createWebhook({ ...wish, name: 'web' }),
    );
    return;
  }
  const missing = HOOK_EVENTS.filter(
    event => !own.events.includes(event) && !own.events.includes('*'),
  );
  const isJson = own.config.content_type === 'json';
  if (own.active && isJson && missing.length === 0) return;
  const events = [...own.events, ...missing];
  await organization.ask(DOING, rest =>
    rest.orgs.updateWebhook({ ...wish, hook_id: own.id, events }),
  );
}
