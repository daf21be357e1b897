import { NotAllowedError } from '@backstage/errors';
import type { InputOf, OutputOf } from '@sphera/plugin-operations-common';
import {
  placeName,
  type ChangeAnswer,
  type copySecret,
  type Place,
} from '@sphera/plugin-secrets-common';
import type { ActingParts } from '../ActingParts';
import { copiedTogether } from './copiedTogether';
import { copyOne } from './copyOne';

type CopyInput = InputOf<typeof copySecret>;

/** How many secrets are copied at the same time. */
const AT_ONCE = 8;

/**
 * Copies secrets from one place to others, each by itself.
 *
 * @param mayReveal - whether the caller may see the values of the service in a place
 * @throws FieldError; NotAllowedError where that would show values to whoever may not see
 * them; PartlyDoneError naming the secrets that were not copied, and what that one threw
 * where it was only one
 */
export async function copy(
  parts: ActingParts,
  input: CopyInput,
  by: string,
  mayReveal: (from: Place) => Promise<boolean>,
): Promise<OutputOf<typeof copySecret>> {
  const { finder } = parts;
  const service = await finder.service(input.service);
  const from = finder.place(
    { environment: input.fromEnvironment, region: input.fromRegion },
    { environment: 'fromEnvironment', region: 'fromRegion' },
  );
  const to = finder.places(input);
  const isLeaving = to.some(
    ({ environment }) => environment !== from.environment,
  );
  if (isLeaving && !(await mayReveal(from))) {
    throw new NotAllowedError(
      `You may not copy values out of ${placeName(
        from,
      )} into another environment, because you may not reveal them there: a copy would go around that`,
    );
  }
  const names = [...new Set(input.names)];
  const results: Array<PromiseSettledResult<ChangeAnswer>> = [];
  for (let next = 0; next < names.length; next += AT_ONCE) {
    results.push(
      ...(await Promise.allSettled(
        names
          .slice(next, next + AT_ONCE)
          .map(name => copyOne(parts, { service, name, from, to, by })),
      )),
    );
  }
  return copiedTogether(names, results);
}
