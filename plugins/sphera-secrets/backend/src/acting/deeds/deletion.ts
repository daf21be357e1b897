import type { InputOf } from '@sphera/plugin-operations-common';
import type {
  ChangeAnswer,
  deleteSecret,
  restoreSecret,
} from '@sphera/plugin-secrets-common';
import type { ActingParts } from '../ActingParts';
import { beginChange } from '../beginChange';
import { deleteOnce } from '../deleteOnce';
import { noSuchSecret } from '../finding/noSuchSecret';
import { eachPlace } from './eachPlace';

/**
 * Deletes a secret, recoverably, wherever it is among the named places.
 * @throws FieldError, NotFoundError where it is in none, and as `eachPlace`
 */
export async function deleteRecoverably(
  parts: ActingParts,
  input: InputOf<typeof deleteSecret>,
  by: string,
): Promise<ChangeAnswer> {
  const { standard } = parts;
  const { recoveryDays = standard.recoveryDays } = input;
  const { change, found } = await prepare(parts, 'delete-secret', input, by);
  return eachPlace(parts, change, found, async one => {
    const { client, fullName, listing } = one;
    if (!listing || listing.deletedAt !== undefined) return 'unchanged';
    await deleteOnce(client, fullName, { recoveryDays });
    return 'deleted';
  });
}

/**
 * Takes the deletion of a secret back wherever it waits for its end among the named places.
 * @throws FieldError, NotFoundError where it is in none, and as `eachPlace`
 */
export async function restore(
  parts: ActingParts,
  input: InputOf<typeof restoreSecret>,
  by: string,
): Promise<ChangeAnswer> {
  const { change, found } = await prepare(parts, 'restore-secret', input, by);
  return eachPlace(parts, change, found, async one => {
    if (one.listing?.deletedAt === undefined) return 'unchanged';
    await one.client.restore(one.fullName);
    return 'restored';
  });
}

async function prepare(
  parts: ActingParts,
  operation: 'delete-secret' | 'restore-secret',
  input: InputOf<typeof restoreSecret>,
  by: string,
) {
  const { finder } = parts;
  const { name } = input;
  const service = await finder.service(input.service);
  const places = finder.places(input);
  const found = await finder.look(service, name, places);
  // Where all answer and none has it, the name is wrong.
  if (found.every(({ listing, error }) => !listing && !error)) {
    throw noSuchSecret(service, name, places);
  }
  const change = beginChange(operation, { service, name, by }, parts);
  return { change, found };
}
