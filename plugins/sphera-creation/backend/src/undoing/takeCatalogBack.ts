import type { TakeBack } from './takeBack';

/** Takes the location of the repository out of the catalog, and with it the service. */
export const takeCatalogBack: TakeBack = async (
  { auth, catalog, repositories },
  { creation: { draft } },
) => {
  if (!repositories) return 'It is not set up here any more';
  const credentials = await auth.getOwnServiceCredentials();
  const base = `${repositories.urlOf(draft.name)}/`;
  const { items } = await catalog.getLocations({}, { credentials });
  const own = items.filter(({ target }) =>
    target.toLowerCase().startsWith(base.toLowerCase()),
  );
  for (const { id } of own) {
    await catalog.removeLocationById(id, { credentials });
  }
  return own.length > 0 ? 'Unregistered' : 'It was not registered';
};
