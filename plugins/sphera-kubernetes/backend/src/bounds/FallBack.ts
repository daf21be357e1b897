import { ConflictError, NotFoundError } from '@backstage/errors';
import { areSame, ClusterClients } from '../adapters/ClusterClient';
import type { FleetMemory } from '../fleet/FleetMemory';
import { toMoment } from '../reading/place';
import type { BoundsStore } from '../storage/BoundsStore';
import { areInForce } from './areInForce';
import { BoundsEnd, BoundsOverride, inWords } from './BoundsOverride';
import { keptBounds } from './keptBounds';
import type { StandingBounds } from './StandingBounds';

/** Lets bounds fall back whose time is up. Safe to do again where it was interrupted. */
export class FallBack {
  constructor(
    private readonly parts: {
      memory: FleetMemory;
      clients: ClusterClients;
      store: BoundsStore;
      standing: StandingBounds;
      /** Milliseconds since 1970. */
      now: () => number;
    },
  ) {}

  /**
   * Lets bounds fall back; bounds that somebody changed in the cluster meanwhile are left alone.
   * @throws NotFoundError; ConflictError where they do not stand any more; and what the cluster says: then it is still to be done
   */
  async restore(id: string): Promise<{ restored: boolean; sentence: string }> {
    const { store, standing, now } = this.parts;
    const override = await keptBounds(store, id);
    if (!override.ended) {
      const outcome = await this.inCluster(override);
      if (await store.end(id, { ...outcome, at: now() })) {
        await standing.refresh();
        const { how, sentence } = outcome;
        return { restored: how === 'restored', sentence };
      }
    }
    const { ended } = await keptBounds(store, id);
    throw new ConflictError(
      `These bounds are not in force any more since ${toMoment(ended!.at)}: ${
        ended!.sentence
      }`,
    );
  }

  private async inCluster(
    override: BoundsOverride,
  ): Promise<{ how: BoundsEnd; sentence: string }> {
    const { cluster, namespace, name, to, fallBackTo } = override;
    const { clients, memory } = this.parts;
    try {
      const change = { from: to, to: fallBackTo };
      await clients(cluster).setBounds(namespace, name, change);
      return {
        how: 'restored',
        sentence: `Their time was up: they are ${inWords(
          fallBackTo,
        )} again, no longer ${inWords(to)}`,
      };
    } catch (error) {
      if (error instanceof NotFoundError) {
        const sentence = 'Their time was up, but the autoscaler is gone';
        return { how: 'gone', sentence };
      }
      if (!(error instanceof ConflictError)) throw error;
    }
    // Somebody changed them; or the portal itself did and died before it could note so.
    if (await areInForce(clients, override, fallBackTo)) {
      return {
        how: 'restored',
        sentence: `Their time was up: they are ${inWords(fallBackTo)} again`,
      };
    }
    const seen = memory.autoscaler(cluster, namespace, name);
    const now = seen && {
      minReplicas: seen.autoscaler.min,
      maxReplicas: seen.autoscaler.max,
    };
    const changed = now && !areSame(now, to) ? `to ${inWords(now)} ` : '';
    return {
      how: 'left-alone',
      sentence: `Their time was up, but somebody changed them in the cluster ${changed}meanwhile: left alone, not set back to ${inWords(
        fallBackTo,
      )}`,
    };
  }
}
