import type {
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';
import { isSamePlace, type Place } from '@sphera/plugin-secrets-common';
import type {
  SecretListing,
  SecretsClient,
  SecretsClients,
} from '../../adapters/SecretsClient';
import { FieldError, PlaceError } from '../../errors';
import type { SecretsMemory } from '../../records/SecretsMemory';
import { placeAskedFor } from '../../reading/placeAskedFor';
import { mayHaveSecrets, recordsOf } from '../../reading/recordsOf';
import type { PlaceSettings } from '../../standard/SecretsSettings';
import type { Standard } from '../../standard/Standard';
import { nothingDone } from '../sentences';
import { noSuchSecret } from './noSuchSecret';
import { placesAsked } from './placesAsked';

/** One secret in one place, as AWS has it now. */
export interface FoundSecret {
  place: Place;
  client: SecretsClient;
  fullName: string;
  /** Absent: there is none. */
  listing?: SecretListing;
  /** Why it cannot be looked at. */
  error?: PlaceError;
}

/** Finds the secrets of services on AWS, by the names that operations take. */
export class SecretFinder {
  constructor(
    private readonly parts: {
      clients: SecretsClients;
      memory: Pick<SecretsMemory, 'ofService'>;
      directory: Pick<ServiceDirectory, 'get'>;
      standard: Pick<Standard, 'shapeOf' | 'claimOf'>;
      places: readonly PlaceSettings[];
    },
  ) {}

  /** @throws FieldError where it is none whose secrets can be told from others' */
  async service(ref: string): Promise<ServiceEntry> {
    const service = await this.parts.directory.get(ref);
    if (!service) {
      throw new FieldError('service', 'must be a service of the catalog');
    }
    if (!mayHaveSecrets(service.ref)) {
      throw new FieldError(
        'service',
        'must be of the namespace default: secrets are told apart by the name of their service alone',
      );
    }
    return service;
  }

  /** @throws FieldError where a named one keeps no secrets */
  places(asked: { environments: string[]; regions?: string[] }): Place[] {
    return placesAsked(asked, this.parts.places);
  }

  /**
   * One place.
   * @throws FieldError where it keeps no secrets
   */
  place(
    { environment, region }: Place,
    fields = { environment: 'environment', region: 'region' },
  ): Place {
    return placeAskedFor(this.parts.places, { environment, region }, fields);
  }

  /** Looks in every place; where AWS does not answer, `error` says why. */
  async look(
    service: ServiceEntry,
    name: string,
    places: readonly Place[],
  ): Promise<FoundSecret[]> {
    return Promise.all(
      places.map(async ({ environment, region }) => {
        const place = { environment, region };
        const client = this.parts.clients.of(place);
        const fullName = this.fullName(service, place, name);
        const found: FoundSecret = { place, client, fullName };
        try {
          found.listing = await client.describe(fullName);
        } catch (error) {
          if (!(error instanceof PlaceError)) throw error;
          found.error = error;
        }
        this.checkOwner(service, name, found);
        return found;
      }),
    );
  }

  /**
   * Looks in every place.
   * @throws PlaceError where one does not answer
   */
  async find(
    service: ServiceEntry,
    name: string,
    places: readonly Place[],
  ): Promise<FoundSecret[]> {
    const found = await this.look(service, name, places);
    const errors = found.flatMap(({ error }) => error ?? []);
    if (errors.length > 0) throw nothingDone(errors);
    return found;
  }

  /**
   * One secret in one place.
   * @throws NotFoundError where there is none
   */
  async one(
    service: ServiceEntry,
    name: string,
    place: Place,
  ): Promise<FoundSecret & { listing: SecretListing }> {
    const [found] = await this.find(service, name, [place]);
    const { listing } = found;
    if (!listing) throw noSuchSecret(service, name, [found.place]);
    return { ...found, listing };
  }

  private fullName(service: ServiceEntry, place: Place, name: string): string {
    const known = recordsOf(this.parts.memory, service).filter(
      record => record.name === name && isSamePlace(record.place, place),
    );
    // Where a tag claims another of the same name, the one of the standard's name counts.
    const found = known.find(({ fullName }) => fullName !== name) ?? known[0];
    return (
      found?.fullName ??
      this.parts.standard.shapeOf(service, place, name, {}).fullName
    );
  }

  /** Memory may be behind: somebody may have taken the tag away that made it this service's. */
  private checkOwner(service: ServiceEntry, name: string, found: FoundSecret) {
    const { place, listing } = found;
    if (!listing) return;
    const { serviceName } = this.parts.standard.claimOf(place, listing);
    if (serviceName !== service.name.toLowerCase()) {
      throw noSuchSecret(service, name, [place]);
    }
  }
}
