import type { Operation, RequestOf } from '@sphera/plugin-operations-common';
import {
  copySecret,
  createSecret,
  isSamePlace,
  listSecrets,
  type Place,
  restoreSecret,
  updateSecret,
} from '@sphera/plugin-secrets-common';
import type { ActingParts } from '../ActingParts';
import { askInNameOf } from '../asking';
import type { StepCall } from '../runStep';

/** A secret that is to be made up. */
export interface FirstSecret {
  name: string;
  description?: string;
  length: number;
}

/** Secrets of a new service, asked for from sphera-secrets in somebody's name. */
export interface AskedSecrets {
  /** Where the service runs and secrets are kept. */
  places: Place[];
  /** Whether it is in one of the places already. */
  isThere(name: string): boolean;
  /** Brings it to all places: where it is, it stays; where it waits for its deletion, it is restored and gets a new value. */
  create(secret: FirstSecret): Promise<void>;
}

const AT_MOST = 200;

/** Looks at what there is. @throws AskedError */
export async function askForSecrets(
  parts: Pick<ActingParts, 'operations'>,
  call: Pick<StepCall, 'credentials'>,
  { service, targets }: { service: string; targets: Place[] },
): Promise<AskedSecrets> {
  const ask = <T extends Operation>(operation: T, input: RequestOf<T>) =>
    askInNameOf(call, parts, operation, input);
  const found = await ask(listSecrets, {
    service,
    fresh: true,
    limit: AT_MOST,
  });
  const places = targets
    .filter(target => found.places.some(place => isSamePlace(place, target)))
    .map(({ environment, region }) => ({ environment, region }));
  const environments = [...new Set(places.map(place => place.environment))];

  const cellOf = (name: string, place: Place) =>
    found.items
      .find(row => row.name === name)
      ?.cells.find(cell => isSamePlace(cell, place));
  const isHere = (name: string) => (place: Place) =>
    cellOf(name, place)?.versionId !== undefined &&
    cellOf(name, place)?.state !== 'pending-deletion';
  const isLeaving = (name: string) => (place: Place) =>
    cellOf(name, place)?.state === 'pending-deletion';

  return {
    places,
    isThere: name => places.some(isHere(name)),
    async create(secret) {
      for (const environment of environments) {
        await createIn(
          environment,
          places.filter(place => place.environment === environment),
          secret,
        );
      }
    },
  };

  async function createIn(
    environment: string,
    here: Place[],
    { name, description, length }: FirstSecret,
  ) {
    const inEnvironment = { service, environments: [environment] };
    const generate = { length };
    const leaving = here.filter(isLeaving(name));
    const has = here.filter(isHere(name));
    const lacking = here.filter(
      place => !has.includes(place) && !leaving.includes(place),
    );
    const regionsOf = (all: Place[]) => all.map(({ region }) => region);
    if (leaving.length > 0) {
      const regions = regionsOf(leaving);
      await ask(restoreSecret, { ...inEnvironment, name, regions });
      // What an earlier service of this name used is not for this one.
      await ask(updateSecret, {
        ...inEnvironment,
        name,
        regions,
        generate,
        description,
      });
    }
    if (lacking.length === 0) return;
    const [from] = [...has, ...leaving];
    const regions = regionsOf(lacking);
    if (from) {
      await ask(copySecret, {
        ...inEnvironment,
        names: [name],
        regions,
        fromEnvironment: environment,
        fromRegion: from.region,
      });
      return;
    }
    await ask(createSecret, {
      ...inEnvironment,
      name,
      regions,
      generate,
      description,
    });
  }
}
