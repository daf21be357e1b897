/** A person or a program as the API names it. */
export function userBody(login: string, origin: string): object {
  return {
    login,
    id: idOf(login),
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
    avatar_url: '',
    url: `${origin}/api/v3/users/${encodeURIComponent(login)}`,
    html_url: `${origin}/${encodeURIComponent(login)}`,
  };
}

/** The same number for the same name. */
export function idOf(login: string): number {
  let sum = 7;
  for (const char of login) sum = (sum * 31 + char.charCodeAt(0)) % 9_999_991;
  return sum;
}
