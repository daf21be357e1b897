import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { fingerprintOf } from './fingerprintOf';
import { flagdProblems } from './flagdProblems';
import { isNestedDeeper } from './isNestedDeeper';
import { servedProblems } from './servedProblems';
import { variantProblems } from './variantProblems';

/** Deeper than rules have a reason to be; flagd walks over them recursively. */
const DEEPEST = 64;

/** Fingerprints of good ones: flagd takes 0.2 ms to look at one, and most come for many clusters, one after the other. */
const good = new Set<string>();
const MOST_GOOD = 1_000;

function look(flag: string, definition: FlagDefinition): string[] {
  const plain = [...variantProblems(definition), ...servedProblems(definition)];
  // Flagd says the same of these once more, and less plainly.
  return plain.length > 0 ? plain : flagdProblems(flag, definition);
}

/**
 * What is wrong with a definition whose shape is right: each a sentence for people, the plainest first; none: flagd
 * evaluates it as it is meant. Never throws.
 */
export function checkDefinition(
  flag: string,
  definition: FlagDefinition,
): string[] {
  if (isNestedDeeper(definition, DEEPEST)) {
    return [`The definition is nested too deeply: at most ${DEEPEST} levels`];
  }
  const fingerprint = fingerprintOf(definition);
  if (good.has(fingerprint)) return [];
  const problems = look(flag, definition);
  if (problems.length === 0) {
    if (good.size === MOST_GOOD) good.clear();
    good.add(fingerprint);
  }
  return problems;
}
