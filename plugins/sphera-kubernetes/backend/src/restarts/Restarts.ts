import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Restart } from '@sphera/plugin-kubernetes-common';
import { GuardrailError } from '@sphera/plugin-operations-node';
import type { ClusterClients } from '../adapters/ClusterClient';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';
import { findDeployment, ObjectPlace, targetOf } from '../reading/find';
import { toDeployment } from '../reading/toDeployment';
import type { RestartStore } from '../storage/RestartStore';
import { objectOf, RestartRecords } from './RestartRecords';
import { whyNotRestartable } from './restartable';
import type { StartedRestart } from './StartedRestart';

/** With these a cluster says that it did nothing; any other error leaves that open. */
const REFUSALS = [ConflictError, InputError, NotAllowedError, NotFoundError];

/** Restarts deployments, where that is safe. */
export class Restarts {
  private readonly listeners: Array<(restart: StartedRestart) => void> = [];

  constructor(
    private readonly parts: {
      memory: FleetMemory;
      clients: ClusterClients;
      store: RestartStore;
      records: RestartRecords;
      /** Milliseconds. */
      coolDown: number;
      /** Milliseconds since 1970. */
      now: () => number;
      newId: () => string;
    },
  ) {}

  /** Tells of each restart that is about to be asked for here, whatever the cluster answers. */
  onBegin(listener: (restart: StartedRestart) => void): void {
    this.listeners.push(listener);
  }

  /** Why a deployment cannot be restarted now and what to do; nothing where it can. */
  async whyNot(owned: OwnedDeployment): Promise<string | undefined> {
    const { memory, store, coolDown, now } = this.parts;
    const latest = await store.latest(objectOf(owned));
    const moments = [
      owned.deployment.restartedAt ?? -Infinity,
      latest && didReach(latest) ? latest.startedAt : -Infinity,
    ];
    return whyNotRestartable({
      sight: owned.sight,
      deployment: owned.deployment,
      rollout: toDeployment(owned, memory, now()).rollout,
      pods: memory.podsOf(owned),
      budgets: memory.budgetsOf(owned),
      running: latest?.ended ? undefined : latest,
      lastRestart: Math.max(...moments),
      coolDown,
      now: now(),
    });
  }

  /** @throws GuardrailError where a restart would not be safe now, NotFoundError */
  async check(place: ObjectPlace): Promise<void> {
    const reason = await this.whyNot(findDeployment(this.parts.memory, place));
    if (reason !== undefined) throw refusal(reason);
  }

  /**
   * Restarts a deployment; of several who press in the same moment one succeeds.
   * @throws GuardrailError where somebody was faster, and what the cluster says
   */
  async start(
    place: ObjectPlace,
    by: { startedBy: string; reason: string },
  ): Promise<Restart> {
    const { memory, clients, store, records, now, newId } = this.parts;
    const owned = findDeployment(memory, place);
    const { cluster, namespace, name } = place;
    const startedAt = now();
    const restart: StartedRestart = {
      ...by,
      ...(targetOf(owned) as Required<ReturnType<typeof targetOf>>),
      id: newId(),
      cluster,
      namespace,
      name,
      startedAt,
      revisionBefore: memory.replicaSetsOf(owned)[0]?.revision,
    };
    // Kept before the cluster is asked: a portal that dies in between still knows of it.
    if (!(await store.begin(restart))) {
      throw refusal(
        'Somebody else pressed restart a moment ago. Wait until that restart has ended',
      );
    }
    for (const listener of this.listeners) listener(restart);
    try {
      const { generation } = await clients(cluster).restartDeployment(
        namespace,
        name,
        new Date(startedAt),
      );
      await store.reached(restart.id, generation);
    } catch (error) {
      if (REFUSALS.some(kind => error instanceof kind)) {
        await store.takeBack(restart.id);
      }
      throw error;
    }
    return records.get(restart.id);
  }
}

/** One that never reached the cluster replaced no pods: nothing has to cool down. */
function didReach({ generation }: StartedRestart): boolean {
  return generation !== undefined;
}

function refusal(reason: string): GuardrailError {
  return new GuardrailError(reason, { limit: 'safe-restart', reason });
}
