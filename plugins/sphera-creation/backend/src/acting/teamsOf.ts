import type { TeamAccess } from '../adapters/github/ServiceRepositories';
import type { ActingParts } from './ActingParts';

/** Names the team of a group on GitHub: `kestrel-parcels/booking`. */
const TEAM_ANNOTATION = 'github.com/team-slug';

/** The teams that get access to the repository of a service: those of the settings, and the one of its owner. */
export async function teamsOf(
  parts: Pick<ActingParts, 'auth' | 'catalog' | 'settings'>,
  owner: string,
): Promise<TeamAccess[]> {
  const { teams = [] } = parts.settings.github ?? {};
  const slug = await teamOf(parts, owner);
  if (!slug || teams.some(team => team.slug === slug)) return teams;
  return [...teams, { slug, permission: 'maintain' }];
}

/** The team of a group on GitHub, as the catalog says. */
export async function teamOf(
  { auth, catalog }: Pick<ActingParts, 'auth' | 'catalog'>,
  owner: string,
): Promise<string | undefined> {
  const group = await catalog.getEntityByRef(owner, {
    credentials: await auth.getOwnServiceCredentials(),
  });
  return group?.metadata.annotations?.[TEAM_ANNOTATION]?.split('/').pop();
}
