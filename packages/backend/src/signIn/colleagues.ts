import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Where the people are listed. */
const key = 'auth.providers.colleague.people';

/**
 * The colleagues that whoever sits at a laptop may be, besides the guest. None where no
 * guest may enter, or `auth.environment` is anything but development.
 *
 * @param config - the root configuration
 * @returns entity refs of users
 * @throws Error if an entry does not name a user, with its place
 */
export function colleagues(config: Config): string[] {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  if (environment !== 'development' || !config.has('auth.providers.guest')) {
    return [];
  }
  const people = config.getOptionalConfigArray(key) ?? [];
  return people.map((person, index) => {
    const ref = person.getString('userEntityRef');
    if (!/^user:[^/\s]+\/[^/\s]+$/.test(ref)) {
      throw new InputError(
        `${key}[${index}].userEntityRef is "${ref}", but has to name a user like user:default/noor`,
      );
    }
    return ref;
  });
}
