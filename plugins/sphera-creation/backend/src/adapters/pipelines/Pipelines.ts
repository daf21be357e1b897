/** What a pipeline builds. */
export interface PipelineWish {
  service: string;
  /** `kestrel-parcels/quotes` */
  repository: string;
  branch: string;
  /** Id of the creation that makes it. */
  creation: string;
}

/**
 * Pipelines of services. Each call may be repeated.
 * Every method throws `NeighbourError`, whose sentence has no credentials.
 */
export interface Pipelines {
  /** Creates it, or finds it. @returns whether this creation made it */
  create(wish: PipelineWish): Promise<{ isOurs: boolean }>;
  /** Deletes it where this creation made it; none is fine. */
  delete(service: string, creation: string): Promise<void>;
  /** As people call it: `default/quotes`. */
  nameOf(service: string): string;
  /** Where people look. */
  urlOf(service: string): string;
}
