import { RULE_OPERATORS } from '../conditions';
import type { Rules, TargetingRule } from '../rules';
import type { Served } from '../served';

const VARIANTS = ['on', 'off', 'blue', 'v2.1', '10'];
const VALUES = [
  'DE',
  'true',
  '7',
  '-0.5',
  '007',
  '4.2.0',
  ' a b',
  '"',
  'ä',
  '',
];
const SEED = 4711;

/** So many rules that a form could have, the same ones each time. */
export function someRules(count: number): Rules[] {
  const random = randomFrom(SEED);
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const several = <T>(all: readonly T[], most: number) => {
    const left = [...all];
    const size = 1 + Math.floor(random() * most);
    return Array.from(
      { length: size },
      () => left.splice(Math.floor(random() * left.length), 1)[0],
    );
  };
  const served = (): Served => {
    if (random() < 0.5) return one(VARIANTS);
    const [first, second] = several(VARIANTS, 2);
    const share = 1 + Math.floor(random() * 99);
    return second ? { [first]: share, [second]: 100 - share } : first;
  };
  const rule = (): TargetingRule => {
    const operator = one(RULE_OPERATORS);
    const isOne = operator === 'is' || operator === 'at least version';
    const values = several(VALUES, isOne ? 1 : 4);
    return {
      attribute: one(['country', 'user.email', '$flagd.flagKey']),
      // One of one is what it is.
      operator:
        operator === 'is one of' && values.length === 1 ? 'is' : operator,
      values,
      serve: served(),
    };
  };
  return Array.from({ length: count }, () => ({
    rules: Array.from({ length: Math.floor(random() * 4) }, rule),
    otherwise: served(),
  }));
}

/** Numbers from 0 to 1, the same ones for the same seed (a linear congruence of Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
