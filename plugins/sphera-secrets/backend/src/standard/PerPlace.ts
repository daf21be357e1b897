import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { placeName, type Place } from '@sphera/plugin-secrets-common';

/** Keeps what is the same for every secret of a service in a place, as long as the catalog says the same of the service. */
export class PerPlace<T> {
  private readonly kept = new WeakMap<ServiceEntry, Map<string, T>>();

  /** What is kept, or what `make` answers the first time. */
  get(service: ServiceEntry, place: Place, make: () => T): T {
    let places = this.kept.get(service);
    if (!places) {
      places = new Map();
      this.kept.set(service, places);
    }
    const key = placeName(place);
    let found = places.get(key);
    if (found === undefined) {
      found = make();
      places.set(key, found);
    }
    return found;
  }
}
