import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { EventsService } from '@backstage/plugin-events-node';
import { type Patience, sourceOf } from '@sphera/plugin-git-node';
import type { FactSource } from '@sphera/plugin-lifecycle-node';
import type { Clock, ServiceDirectory } from '@sphera/plugin-operations-node';
import { Semaphore } from 'async-mutex';
import { concernedRepository } from './concernedRepository';
import { GitHubLooks } from './GitHubLooks';
import { ownChecks } from './ownChecks';

const LOOK_EVERY_MS = 300_000;
/** How many repositories are looked at at a time. */
const AT_ONCE = 4;

/** What GitHub says of the repositories of services: looked at each five minutes, and when a webhook tells of them. */
export function gitHubSource({
  config,
  directory,
  events,
  clock,
  patience,
}: {
  config: Config;
  directory: Pick<ServiceDirectory, 'list'>;
  events: EventsService;
  clock: Pick<Clock, 'now'>;
  patience?: Patience;
}): FactSource {
  const integrations = ScmIntegrations.fromConfig(config);
  const isOwn = ownChecks(config);
  const looks = new GitHubLooks({
    integrations,
    credentials:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    isOwn,
    clock,
    patience,
  });
  return {
    id: 'github',
    title: 'GitHub',
    facts: [
      { id: 'repository-exists', title: 'The repository exists' },
      {
        id: 'default-branch-protected',
        title: 'The default branch is protected',
      },
      { id: 'main-build-passed', title: 'The last build of main passed' },
    ],
    lookEvery: LOOK_EVERY_MS,
    async look(services, signal) {
      const few = new Semaphore(AT_ONCE);
      const seen = services.map(service =>
        few.runExclusive(async () => {
          const one = signal.aborted
            ? { failed: 'GitHub was not asked in time' }
            : await looks.at(service);
          return [service.ref, one] as const;
        }),
      );
      return new Map(await Promise.all(seen));
    },
    onChange(changed) {
      void events.subscribe({
        id: 'sphera-lifecycle-github-facts',
        topics: ['github'],
        async onEvent(event) {
          const name = concernedRepository(event, isOwn);
          if (!name) return;
          const services = (await directory.list())
            .filter(({ annotations }) => {
              const place = sourceOf(annotations, integrations);
              return `${place?.owner}/${place?.repo}`.toLowerCase() === name;
            })
            .map(({ ref }) => ref);
          if (services.length > 0) changed(services);
        },
      });
    },
  };
}
