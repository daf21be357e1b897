import type { InputOf } from '@sphera/plugin-operations-common';
import type { ChangeAnswer, finishChange } from '@sphera/plugin-secrets-common';
import { NotFoundError } from '@backstage/errors';
import { FieldError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import type { Change } from '../Change';

type ChangeInput = InputOf<typeof finishChange>;

/**
 * Takes a half done change to the rest of its places. Nobody needs to have the value.
 * @throws NotFoundError, FieldError, ConflictError, and as `CarryingOut.goOn`
 */
export async function finish(
  parts: ActingParts,
  input: ChangeInput,
): Promise<ChangeAnswer> {
  const service = await parts.finder.service(input.service);
  return parts.holding.goOn(
    { id: input.change, service: service.ref },
    change => check(change, input),
    held => parts.carrying.goOn(held, service),
  );
}

/**
 * Takes a half done change back.
 * @throws NotFoundError, FieldError, ConflictError, and as `CarryingOut.takeBack`
 */
export async function undo(
  parts: ActingParts,
  input: ChangeInput,
): Promise<ChangeAnswer> {
  const service = await parts.finder.service(input.service);
  return parts.holding.goOn(
    { id: input.change, service: service.ref },
    change => check(change, input),
    held => parts.carrying.takeBack(held, service),
  );
}

/** Permission was asked for the environments of the call, so they have to be those of the change. */
function check(change: Change, { environments, change: id }: ChangeInput) {
  if (change.places.length === 0 || change.operation === 'restore-version') {
    throw new NotFoundError(
      `${id} is no change that could be finished or undone: ask for it again instead`,
    );
  }
  const own = environmentsOf(change);
  const isSame =
    own.every(one => environments.includes(one)) &&
    environments.every(one => own.includes(one));
  if (!isSame) {
    throw new FieldError(
      'environments',
      `must be those of the change: ${own.join(', ')}`,
    );
  }
}

/** The environments that a change acts in. */
export function environmentsOf({ places }: Change): string[] {
  return [...new Set(places.map(({ environment }) => environment))];
}
