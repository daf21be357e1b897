import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Restart } from '@sphera/plugin-kubernetes-common';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';
import type { ObjectPlace } from '../reading/find';
import { toMoment } from '../reading/place';
import { toDeployment } from '../reading/toDeployment';
import type { RestartStore } from '../storage/RestartStore';
import { standingOf } from './progress';
import { RestartStanding, StartedRestart, toRestart } from './StartedRestart';

/** Restarts through the portal: how they stand, and how they ended. */
export class RestartRecords {
  constructor(
    private readonly parts: {
      memory: FleetMemory;
      store: RestartStore;
      /** Milliseconds since 1970. */
      now: () => number;
    },
  ) {}

  /** @throws NotFoundError */
  async get(id: string): Promise<Restart> {
    return this.answer(await this.kept(id));
  }

  /** What a restart acts on. @throws NotFoundError */
  async targetOf(id: string) {
    const { service, environment, region, cluster } = await this.kept(id);
    return { service, environment, region, cluster };
  }

  /** The latest restart of a deployment through the portal. */
  async latest(owned: OwnedDeployment): Promise<Restart | undefined> {
    const latest = await this.parts.store.latest(objectOf(owned));
    return latest && this.answer(latest);
  }

  /** How a restart stands by what is seen now. */
  standing(restart: StartedRestart): RestartStanding {
    const { memory, now } = this.parts;
    const { cluster, namespace, name } = restart;
    const found = memory.deployment(cluster, namespace, name);
    const sight =
      found?.sight ??
      memory.clusters().find(one => one.cluster.name === cluster);
    if (!sight) {
      return {
        state: 'failed',
        pods: { wanted: 0, ready: 0 },
        sentence: `The cluster ${cluster} is no longer part of the fleet`,
      };
    }
    const seen = found && {
      deployment: found.deployment,
      rollout: toDeployment(
        { ...found, service: restart.service },
        memory,
        now(),
      ).rollout,
      revisions: memory.replicaSetsOf(found),
      pods: memory.podsOf(found),
    };
    return standingOf(restart, { sight, found: seen }, now());
  }

  /**
   * Puts the outcome of a restart on the record, once.
   * @throws NotFoundError, ConflictError where it is on the record
   */
  async settle(
    id: string,
    { state, sentence }: Pick<RestartStanding, 'state' | 'sentence'>,
  ): Promise<Restart> {
    const { store, now } = this.parts;
    const { pods } = this.standing(await this.kept(id));
    const outcome = { state, sentence, pods, at: now() };
    const settled = await store.settle(id, outcome);
    const restart = await this.kept(id);
    if (!settled) {
      throw new ConflictError(
        `This restart ended at ${toMoment(restart.ended!.at)}: ${
          restart.ended!.sentence
        }`,
      );
    }
    return this.answer(restart);
  }

  private answer(restart: StartedRestart): Restart {
    return toRestart(restart, restart.ended ?? this.standing(restart));
  }

  private async kept(id: string): Promise<StartedRestart> {
    const restart = await this.parts.store.get(id);
    if (!restart) {
      throw new NotFoundError(`There is no restart with the id ${id}`);
    }
    return restart;
  }
}

/** The name of a deployment among all of the fleet. */
export function objectOf({ sight, deployment }: OwnedDeployment): ObjectPlace {
  const { namespace, name } = deployment;
  return { cluster: sight.cluster.name, namespace, name };
}
