import { ConflictError } from '@backstage/errors';
import type { InputOf } from '@sphera/plugin-operations-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type {
  ChangeAnswer,
  createSecret,
  Place,
} from '@sphera/plugin-secrets-common';
import { FieldError } from '../../errors';
import type { Standard } from '../../standard/Standard';
import type { ActingParts } from '../ActingParts';
import { beginChange } from '../beginChange';
import type { FoundSecret } from '../finding/SecretFinder';
import { checkNotDeleted } from '../finding/checkNotDeleted';
import { placesInWords } from '../sentences';
import { givenValue } from '../values/givenValue';
import { versionToken } from '../versionToken';
import { aboutAsked } from './aboutAsked';

/**
 * Creates a secret in every place or in none.
 * @throws FieldError, ConflictError where there is one, and as `CarryingOut.make`
 */
export async function create(
  parts: ActingParts,
  input: InputOf<typeof createSecret>,
  by: string,
): Promise<ChangeAnswer> {
  const { finder, standard, carrying, clock } = parts;
  const { name, generate } = input;
  const service = await finder.service(input.service);
  const places = finder.places(input);
  checkNewName(standard, service, name, places);
  const value = givenValue(input, standard);
  if (!value && !generate) {
    throw new FieldError(
      'value',
      'is missing: give one, or say in generate how it is made up',
    );
  }
  const found = await finder.find(service, name, places);
  checkNotDeleted(name, found, clock.now());
  checkIsNew(service, name, found);

  const change = beginChange('create-secret', { service, name, by }, parts);
  return carrying.make({
    service,
    found,
    value,
    change: {
      ...change,
      about: aboutAsked(input),
      generate,
      places: found.map(({ place, fullName }) => ({
        ...place,
        fullName,
        step: 'create',
        versionId: versionToken(change.id, place),
        isDone: false,
      })),
    },
  });
}

/** @throws FieldError where the standard does not allow a new secret of this name */
export function checkNewName(
  standard: Standard,
  service: ServiceEntry,
  name: string,
  places: readonly Place[],
): void {
  const problem = standard.nameProblem(name);
  if (problem) throw new FieldError('name', problem);
  for (const place of places) {
    const { fullName, tags } = standard.shapeOf(service, place, name, {});
    const claim = standard.claimOf(place, { fullName, tags });
    const isOurs = claim.serviceName === service.name.toLowerCase();
    if (!isOurs || claim.name !== name) {
      throw new FieldError(
        'name',
        `would make the full name ${fullName}, which looks like one of another service`,
      );
    }
  }
}

function checkIsNew(
  service: ServiceEntry,
  name: string,
  found: readonly FoundSecret[],
): void {
  const existing = found.filter(({ listing }) => listing);
  if (existing.length === 0) return;
  const where = placesInWords(existing.map(({ place }) => place));
  throw new ConflictError(
    `${service.name} has a secret ${name} in ${where} already: change that one, or name only the places that lack it`,
  );
}
