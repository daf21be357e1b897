import type { Who } from './policy';

/**
 * Everybody but these. Whoever names no environment acts in all of them, so
 * "not in production" is "in another environment", and not simply the negation.
 *
 * @param environments - names of all environments of the fleet
 */
export function opposite(who: Who, environments: string[]): Who {
  const of = (one: Who) => opposite(one, environments);
  if (who === 'everyone') return 'nobody';
  if (who === 'nobody') return 'everyone';
  if (typeof who === 'string' || 'memberOf' in who) return { not: who };
  if ('anyOf' in who) return { allOf: who.anyOf.map(of) };
  if ('allOf' in who) return { anyOf: who.allOf.map(of) };
  if ('not' in who) return who.not;
  return {
    inEnvironment: environments.filter(
      name => !who.inEnvironment.includes(name),
    ),
  };
}
