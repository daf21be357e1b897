import {
  type Environment,
  type Fleet,
  titleOf,
} from '@sphera/plugin-fleet-common';
import {
  type FactSource,
  type Seen,
  tabLink,
} from '@sphera/plugin-lifecycle-node';
import type { Clock, OperationsService } from '@sphera/plugin-operations-node';
import type { SecretsPlace } from '@sphera/plugin-secrets-common';
import { neededIn } from '../standard/neededIn';
import { environmentSecrets } from './environmentSecrets';
import { placesInSight } from './placesInSight';
import { secretsComplete } from './secretsComplete';

/** It is memory that is asked, and changes are heard of besides. */
const LOOK_EVERY_MS = 60_000;
const SECRETS = { path: 'secrets', title: 'Secrets' };

/** Whether secrets are complete in one environment. It is a source of its own, so that places of another one that do not answer leave it alone. */
export function secretsSource(
  { name, title }: Environment,
  parts: {
    fleet: Pick<Fleet, 'regions' | 'clusters'>;
    operations: Pick<OperationsService, 'ask'>;
    clock: Clock;
    onChange: FactSource['onChange'];
  },
): FactSource {
  const { fleet, operations, onChange } = parts;
  const factId = `secrets-complete:${name}`;
  const regionTitle = (region: string) => titleOf(fleet.regions, region);
  const isNeeded = neededIn(fleet);

  return {
    id: `secrets-${name}`,
    title: `Secrets of ${title}`,
    facts: [{ id: factId, title: `Secrets complete in ${title}` }],
    lookEvery: LOOK_EVERY_MS,
    async look(services, signal) {
      const places = await placesInSight(name, { ...parts, signal });
      if (places.length === 0) {
        const failed = `No region keeps secrets of ${title}: name one in sphera.secrets.places of the configuration`;
        return new Map(services.map(({ ref }) => [ref, { failed }]));
      }
      const found = await environmentSecrets(operations, name, services);
      return new Map(
        services.map((service): [string, Seen] => {
          const needed = places.filter(place => isNeeded(service, place));
          const unseen = needed.find(({ state }) => state !== 'live');
          if (unseen) return [service.ref, { failed: whyUnknown(unseen) }];
          const own = found.get(service.ref) ?? { secrets: 0, drift: [] };
          const fact = secretsComplete(service, {
            ...own,
            title,
            regions: needed.map(({ region }) => region),
            regionTitle,
          });
          const link = tabLink(service, SECRETS);
          return [service.ref, { facts: { [factId]: { ...fact, link } } }];
        }),
      );
    },
    onChange,
  };

  function whyUnknown({ region, problem }: SecretsPlace): string {
    const why = problem ?? 'the portal has not looked there yet';
    return `What secrets there are in ${regionTitle(
      region,
    )} is not known now: ${why}`;
  }
}
