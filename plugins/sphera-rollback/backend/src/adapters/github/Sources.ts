import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** The repositories that the code of services is in. */
export interface Sources {
  /** `kestrel-parcels/quotes`; `undefined` where the catalog does not say. */
  nameOf(service: ServiceEntry): string | undefined;
  /**
   * A file on the default branch; `undefined` where there is none, or no repository.
   * @throws NeighbourError
   */
  read(service: ServiceEntry, path: string): Promise<string | undefined>;
}
