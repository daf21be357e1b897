import type { Organization, Team } from '../state/Organization';

export function teamBody(
  { id, slug, name, description }: Team,
  { origin, organization }: { origin: string; organization: Organization },
): object {
  return {
    id,
    slug,
    name,
    description,
    privacy: 'closed',
    permission: 'pull',
    url: `${origin}/api/v3/orgs/${organization.login}/teams/${slug}`,
    html_url: `${origin}/orgs/${organization.login}/teams/${slug}`,
    parent: null,
  };
}
