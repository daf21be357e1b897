import type { Organization } from '../state/Organization';

export function organizationBody(
  { login, id, wish }: Organization,
  origin: string,
): object {
  return {
    login,
    id,
    type: 'Organization',
    name: wish.name ?? login,
    description: null,
    avatar_url: '',
    url: `${origin}/api/v3/orgs/${login}`,
    html_url: `${origin}/${login}`,
    repos_url: `${origin}/api/v3/orgs/${login}/repos`,
    hooks_url: `${origin}/api/v3/orgs/${login}/hooks`,
  };
}
