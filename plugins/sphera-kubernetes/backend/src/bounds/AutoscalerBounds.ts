import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import { Duration } from 'luxon';
import type { Bounds, ClusterClients } from '../adapters/ClusterClient';
import type { FleetMemory } from '../fleet/FleetMemory';
import { ObjectPlace, targetOf } from '../reading/find';
import type { GuardrailRule } from '../settings/KubernetesSettings';
import type { BoundsStore } from '../storage/BoundsStore';
import { allowedWithin } from './allowedBounds';
import type { BoundsOverride } from './BoundsOverride';
import { checkBounds, checkOrder } from './checkBounds';
import { fallBackOf } from './fallBackOf';
import { findAutoscaler, OwnedAutoscaler } from './findAutoscaler';
import { limitsFor } from './guardrails';
import { keptBounds } from './keptBounds';
import type { StandingBounds } from './StandingBounds';

/** Bounds that somebody wants, from `cluster`'s autoscaler on. */
export interface WantedBounds extends ObjectPlace, Bounds {
  reason: string;
  /** ISO 8601 duration; absent: for good. */
  expiresIn?: string;
}

/** Until when a cluster may answer: it is asked twice, and half a minute is waited for each answer. */
const ANSWER_WITHIN_MS = 65_000;
/** How long after a connection broke a cluster may still do what it was asked for. */
const DONE_AFTER_MS = 2_000;

/** With these a cluster says that it did nothing; any other error leaves that open. */
const REFUSALS = [ConflictError, InputError, NotAllowedError, NotFoundError];

/** Sets the bounds of autoscalers within the guardrails, and remembers what they fall back to. */
export class AutoscalerBounds {
  private readonly listeners: Array<() => void> = [];

  constructor(
    private readonly parts: {
      memory: FleetMemory;
      clients: ClusterClients;
      directory: Pick<ServiceDirectory, 'get'>;
      rules: readonly GuardrailRule[];
      store: BoundsStore;
      standing: StandingBounds;
      /** Milliseconds since 1970. */
      now: () => number;
      newId: () => string;
    },
  ) {}

  /** Tells of each setting that failed: what it was to replace stands again, or it is open whether it arrived. */
  onFailed(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** What bounds act on. @throws NotFoundError */
  async targetOf(id: string) {
    const { service, environment, region, cluster } = await keptBounds(
      this.parts.store,
      id,
    );
    return { service, environment, region, cluster };
  }

  /** @throws NotFoundError; FieldError where they contradict each other; GuardrailError naming the limit and the allowed range */
  async check(wanted: WantedBounds): Promise<void> {
    checkOrder(wanted);
    const { memory, directory, rules } = this.parts;
    const { service, sight, autoscaler } = findAutoscaler(memory, wanted);
    const owners = (await directory.get(service))?.owners ?? [];
    const { environment } = sight.cluster;
    const limits = limitsFor(rules, { service, environment, owners });
    const allowed = allowedWithin(limits, autoscaler);
    checkBounds({ wanted, autoscaler, limits, allowed });
  }

  /**
   * Sets bounds; answers the autoscaler as the cluster now has it.
   * @throws NotFoundError, ConflictError where somebody changed them meanwhile, and what the cluster says
   */
  async set(wanted: WantedBounds, setBy: string): Promise<OwnedAutoscaler> {
    const { memory, clients, store, standing } = this.parts;
    const found = findAutoscaler(memory, wanted);
    const { cluster, namespace, name } = wanted;
    const before = await store.standingOn(wanted);
    const override = this.overrideOf(found, wanted, { setBy, before });
    // Kept before the cluster is asked: what is forgotten would never fall back.
    if (!(await store.place(override))) {
      throw new ConflictError(
        'Somebody else set the bounds of this autoscaler in the same moment. Look at it again',
      );
    }
    try {
      const { from, to } = override;
      const now = await clients(cluster).setBounds(namespace, name, {
        from,
        to,
      });
      await store.arrived(override.id);
      const { minReplicas: min, maxReplicas: max } = now;
      return { ...found, autoscaler: { ...found.autoscaler, min, max } };
    } catch (error) {
      if (REFUSALS.some(kind => error instanceof kind)) {
        await store.takeBack(override);
      } else {
        const { now } = this.parts;
        await store.answerLost(override.id, now() + DONE_AFTER_MS);
      }
      for (const listener of this.listeners) listener();
      throw error;
    } finally {
      await standing.refresh();
    }
  }

  private overrideOf(
    found: OwnedAutoscaler,
    wanted: WantedBounds,
    by: { setBy: string; before?: BoundsOverride },
  ): BoundsOverride {
    const { now, newId } = this.parts;
    const { cluster, namespace, name, minReplicas, maxReplicas } = wanted;
    const { min, max } = found.autoscaler;
    const present = { minReplicas: min, maxReplicas: max };
    const setAt = now();
    return {
      ...(targetOf(found) as Required<ReturnType<typeof targetOf>>),
      id: newId(),
      cluster,
      namespace,
      name,
      setBy: by.setBy,
      setAt,
      reason: wanted.reason,
      from: present,
      to: { minReplicas, maxReplicas },
      fallBackTo: fallBackOf(present, by.before),
      ...(wanted.expiresIn !== undefined && {
        expiresAt: setAt + Duration.fromISO(wanted.expiresIn).toMillis(),
      }),
      answerBy: setAt + ANSWER_WITHIN_MS,
      ...(by.before && { replaces: by.before.id }),
      attempts: 0,
    };
  }
}
