import { type Place, placeName } from '@sphera/plugin-secrets-common';
import type { PlaceStore } from '../storage/PlaceStore';
import { ListOrder } from './ListOrder';
import type { LookParts } from './LookParts';
import type { PreviousValues } from './PreviousValues';
import type { Sights } from './Sights';
import { sweepPlace } from './sweepPlace';

/** Looks places through, each on its own: none waits for another, and one that does not answer leaves the others alone. */
export class Sweeps {
  private readonly going = new Map<string, Promise<void>>();
  private readonly orders = new Map<string, ListOrder>();

  constructor(
    private readonly parts: LookParts & {
      places: Pick<PlaceStore, 'noteSwept'>;
      sights: Sights;
      previous: PreviousValues;
    },
  ) {}

  /** Looks all of these places through, side by side. Never throws. */
  async all(places: readonly Place[]): Promise<void> {
    await Promise.all(places.map(place => this.one(place)));
  }

  /** Looks one place through, or joins who is at it. Never throws. */
  async one(place: Place, signal?: AbortSignal): Promise<void> {
    const key = placeName(place);
    const going =
      this.going.get(key) ??
      this.sweep(place, signal).finally(() => this.going.delete(key));
    this.going.set(key, going);
    return going;
  }

  private orderOf(place: Place): ListOrder {
    const key = placeName(place);
    const order = this.orders.get(key) ?? new ListOrder();
    this.orders.set(key, order);
    return order;
  }

  private async sweep(place: Place, signal?: AbortSignal): Promise<void> {
    const { sights, previous, follower, clock } = this.parts;
    await sights.orLost(place, async () => {
      try {
        await sweepPlace(this.parts, place, this.orderOf(place), signal);
        await this.parts.places.noteSwept(place, clock.now());
      } catch (error) {
        if (!signal?.aborted) throw error;
      } finally {
        await follower.catchUp();
      }
    });
    await sights.orLost(place, () => previous.examine());
  }
}
