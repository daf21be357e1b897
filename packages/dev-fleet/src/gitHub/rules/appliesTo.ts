import type { NameCondition, Ruleset } from './Ruleset';

/** What a ruleset may be about. */
export interface RuledRef {
  repository: { id: number; name: string; branch: string };
  /** `refs/heads/main` */
  ref: string;
}

/** Whether a ruleset is about a branch or tag of a repository, whether or not it is enforced. */
export function appliesTo(
  { target, conditions }: Ruleset,
  { repository, ref }: RuledRef,
): boolean {
  const kind = target === 'tag' ? 'refs/tags/' : 'refs/heads/';
  if (!ref.startsWith(kind)) return false;
  const { ref_name, repository_name, repository_id } = conditions;
  const [, short] = repository.name.split('/');
  const isDefault = ref === `refs/heads/${repository.branch}`;
  return (
    (!ref_name || isNamed(ref_name, ref, isDefault)) &&
    (!repository_name || isNamed(repository_name, short, false)) &&
    (!repository_id || repository_id.repository_ids.includes(repository.id))
  );
}

function isNamed(
  { include, exclude }: NameCondition,
  name: string,
  isDefault: boolean,
): boolean {
  const has = (patterns: string[] = []) =>
    patterns.some(
      pattern =>
        pattern === '~ALL' ||
        (pattern === '~DEFAULT_BRANCH' && isDefault) ||
        toRegExp(pattern).test(name),
    );
  return has(include) && !has(exclude);
}

/** `*` stays within a part of a path, `**` does not. */
function toRegExp(pattern: string): RegExp {
  const written = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, found => {
      if (found === '?') return '[^/]';
      return found === '*' ? '[^/]*' : '.*';
    });
  return new RegExp(`^${written}$`);
}
