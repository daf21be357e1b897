import type { SettingProblem } from '@sphera/plugin-fleet-node';
import type { Surroundings } from './contradictions';

/** What is wrong with a fact that a step asks for; nothing where somebody can tell it. */
export function factProblems(
  fact: string,
  path: SettingProblem['path'],
  { fleet, known }: Surroundings,
): SettingProblem[] {
  if (known.has(fact)) return [];
  const [name, environment] = fact.split(':');
  const environments = fleet.environments.map(one => one.name);
  const isOfEnvironments = environments.some(one =>
    known.has(`${name}:${one}`),
  );
  if (!isOfEnvironments) {
    const all = [...known].sort().join(', ') || 'none at all';
    return [{ path, message: `nobody tells "${fact}"; known are ${all}` }];
  }
  const message =
    environment === undefined
      ? `"${fact}" needs an environment, like ${name}:${environments[0]}`
      : `"${environment}" is not one of sphera.fleet.environments (${environments.join(
          ', ',
        )})`;
  return [{ path, message }];
}
