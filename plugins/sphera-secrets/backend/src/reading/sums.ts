import type { ServiceSecrets } from '@sphera/plugin-secrets-common';
import type {
  AssessedEnvironment,
  AssessedSecret,
  SeenPlace,
} from './states/Assessment';
import { driftOf } from './states/toRow';

/** The secrets of one service in sum, as far as they themselves say it. */
export interface Sums
  extends Pick<
    ServiceSecrets,
    'secrets' | 'drifting' | 'kinds' | 'notToStandard'
  > {
  /** Every one of the fleet that keeps secrets, in its order. */
  environments: Array<{
    environment: string;
    secrets: number;
    drifting: number;
  }>;
}

/** Sums up what is so of the secrets of a service. */
export function sumUp(
  secrets: readonly AssessedSecret[],
  places: readonly Pick<SeenPlace, 'environment'>[],
): Sums {
  const names = [...new Set(places.map(({ environment }) => environment))];
  const sums: Sums = {
    secrets: secrets.length,
    drifting: 0,
    kinds: {},
    notToStandard: 0,
    environments: names.map(environment => ({
      environment,
      secrets: 0,
      drifting: 0,
    })),
  };
  for (const { environments } of secrets) {
    let isDrifting = false;
    environments.forEach((environment, index) => {
      if (!environment.cells.some(({ record }) => record)) return;
      const sum = sums.environments[index];
      sum.secrets += 1;
      const kinds = driftOf([environment]);
      if (kinds.length === 0) return;
      isDrifting = true;
      sum.drifting += 1;
      for (const kind of kinds) {
        sums.kinds[kind] = (sums.kinds[kind] ?? 0) + 1;
      }
    });
    if (isDrifting) sums.drifting += 1;
    if (environments.some(isNotToStandard)) sums.notToStandard += 1;
  }
  return sums;
}

function isNotToStandard({ cells }: AssessedEnvironment): boolean {
  return cells.some(({ problems }) => problems.length > 0);
}

/** The environments of sums, each with whether all of it is seen and nothing drifts. */
export function withCompleteness(
  { environments }: Pick<Sums, 'environments'>,
  places: readonly SeenPlace[],
): ServiceSecrets['environments'] {
  return environments.map(one => ({
    ...one,
    isComplete:
      one.drifting === 0 &&
      places.every(
        ({ environment, state }) =>
          environment !== one.environment || state === 'live',
      ),
  }));
}
