import semver from 'semver';

// At least one dot: a commit hash of digits alone is no version.
const LIKE_SEMVER = /^v?\d+(\.\d+){1,2}([-+][0-9A-Za-z.+-]+)?$/;

/**
 * Which of two versions is the newer: below zero where `a` is the older one, zero
 * where they are equal or nobody can tell. Where both read like semantic versions,
 * that decides; else the moment when each was first seen.
 */
export function compareVersions(
  a: string,
  b: string,
  firstSeen: (version: string) => number | undefined,
): number {
  if (a === b) return 0;
  const [x, y] = [parsed(a), parsed(b)];
  if (x && y) return semver.compareBuild(x, y);
  const [seenA, seenB] = [firstSeen(a), firstSeen(b)];
  return seenA === undefined || seenB === undefined ? 0 : seenA - seenB;
}

function parsed(version: string) {
  const [, core, rest = ''] = /^v?([\d.]+)(.*)$/.exec(version) ?? [];
  if (!core || !LIKE_SEMVER.test(version)) return null;
  const numbers = core.split('.').map(number => String(Number(number)));
  while (numbers.length < 3) numbers.push('0');
  return semver.parse(`${numbers.join('.')}${rest}`, { loose: true });
}
