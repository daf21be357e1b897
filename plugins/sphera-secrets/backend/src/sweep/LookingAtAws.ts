import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import { isSamePlace, type Place } from '@sphera/plugin-secrets-common';
import type { Looking } from '../records/SecretsMemory';
import { type JustSet, lookAtSecrets } from './lookAtSecrets';
import type { LookParts } from './LookParts';
import type { Sights } from './Sights';

/** Looks at AWS outside of the sweeps; what fails is noted, never thrown. */
export class LookingAtAws implements Looking {
  constructor(
    private readonly parts: LookParts & {
      sights: Sights;
      directory: Pick<ServiceDirectory, 'get'>;
      places: readonly Place[];
    },
  ) {}

  async at(
    place: Place,
    fullNames: readonly string[],
    set?: JustSet,
  ): Promise<void> {
    await this.parts.sights.orLost(place, () =>
      lookAtSecrets(this.parts, place, fullNames, set),
    );
  }

  async atService(serviceName: string): Promise<void> {
    await Promise.all(
      this.parts.places.map(place =>
        this.parts.sights.orLost(place, async () => {
          const names = await this.namesOf(serviceName, place);
          await lookAtSecrets(this.parts, place, names);
        }),
      ),
    );
  }

  /** Full names that secrets of a service have in a place: known there, by its tag, or to the standard where another place has them. */
  private async namesOf(serviceName: string, place: Place): Promise<string[]> {
    const { memory, standard, directory, clients } = this.parts;
    const known = memory.ofService(serviceName);
    const here = known.filter(record => isSamePlace(record.place, place));
    const names = here.map(({ fullName }) => fullName);

    const service = await directory
      .get(`component:default/${serviceName}`)
      .catch(() => undefined);
    if (!service) return names;
    for (const record of known) {
      if (!standard.claimOf(record.place, record).isStandardName) continue;
      names.push(standard.shapeOf(service, place, record.name, {}).fullName);
    }
    const tag = standard.tagOf(service, place);
    if (!tag) return names;
    for await (const page of clients.of(place).list({ tag })) {
      names.push(...page.map(({ fullName }) => fullName));
    }
    return names;
  }
}
