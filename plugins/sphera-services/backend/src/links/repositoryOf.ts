import type { JsonObject } from '@backstage/types';

const SLUGS = ['github.com/project-slug', 'gitlab.com/project-slug'];
const SOURCE = 'backstage.io/source-location';

/** Where the source of a service is, as `owner/name`: what its annotations say, in the order in which they are believed. */
export function repositoryOf(annotations: JsonObject): string | undefined {
  const slug = SLUGS.map(name => annotations[name]).find(Boolean);
  if (typeof slug === 'string') return slug;
  const location = String(annotations[SOURCE] ?? '').replace(/^url:/, '');
  if (!/^https?:/.test(location) || !URL.canParse(location)) return undefined;
  const [, owner, name] = new URL(location).pathname.split('/');
  return owner && name && `${owner}/${name.replace(/\.git$/, '')}`;
}
