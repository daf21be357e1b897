import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import { sourceOf } from '@sphera/plugin-git-node';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';

/** What a webhook of GitHub tells, as far as it is looked at. */
interface Payload {
  action?: string;
  state?: string;
  context?: string;
  repository?: { full_name?: string };
}

// What the portal itself writes ends no build.
const OWN = /^sphera\//;

/** Hears of builds that ended, by webhooks of GitHub. @param ended - called with the services whose they are */
export function hearBuilds(
  ended: (services: readonly string[]) => void,
  {
    events,
    directory,
    integrations,
  }: {
    events: Pick<EventsService, 'subscribe'>;
    directory: Pick<ServiceDirectory, 'list'>;
    integrations: ScmIntegrationRegistry;
  },
): void {
  void events.subscribe({
    id: 'lifecycle-images',
    topics: ['github'],
    async onEvent(event) {
      const { repository } = event.eventPayload as Payload;
      const name = repository?.full_name?.toLowerCase();
      if (name === undefined || !isEndOfBuild(event)) return;
      const services = (await directory.list()).filter(({ annotations }) => {
        const place = sourceOf(annotations, integrations);
        return `${place?.owner}/${place?.repo}`.toLowerCase() === name;
      });
      if (services.length > 0) ended(services.map(({ ref }) => ref));
    },
  });
}

function isEndOfBuild({ metadata, eventPayload }: EventParams): boolean {
  const { action, state, context = '' } = eventPayload as Payload;
  switch (metadata?.['x-github-event']) {
    case 'status':
      return state === 'success' && !OWN.test(context);
    case 'check_run':
    case 'check_suite':
    case 'workflow_run':
      return action === 'completed';
    default:
      return false;
  }
}
