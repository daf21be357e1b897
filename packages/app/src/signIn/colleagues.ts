import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody of the demo company whom a laptop lets in without a password. */
export interface Colleague {
  userEntityRef: string;
  name: string;
  team: string;
}

/**
 * Those whom somebody may be besides the guest: none where the backend lets no guest in,
 * or `auth.environment` is anything but development.
 */
export function colleagues(config: ConfigApi): Colleague[] {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  if (environment !== 'development' || !config.has('auth.providers.guest')) {
    return [];
  }
  const people =
    config.getOptionalConfigArray('auth.providers.colleague.people') ?? [];
  return people.map(person => ({
    userEntityRef: person.getString('userEntityRef'),
    name: person.getString('name'),
    team: person.getString('team'),
  }));
}
