/** What marks an image repository. */
export interface ImageLabels {
  service: string;
  owner: string;
  /** Id of the creation that makes it. */
  creation: string;
}

/** An image that was pushed. */
export interface PushedImage {
  tags: string[];
  /** Milliseconds since 1970. */
  pushedAt: number;
}

/**
 * Image repositories of services. Each call may be repeated.
 * Every method throws `NeighbourError`, whose sentence has no credentials.
 */
export interface ImageRepositories {
  exists(service: string): Promise<boolean>;
  /**
   * Creates it, or finds it, and gives it the settings of the company.
   * @returns whether this creation made it: now, or in a call whose answer was lost
   */
  create(labels: ImageLabels): Promise<{ isOurs: boolean }>;
  /** Deletes it with its images where this creation made it; none is fine. */
  delete(service: string, creation: string): Promise<void>;
  /** The image with a tag that was pushed last, if any; `undefined` where there is no repository. */
  newest(service: string): Promise<{ image?: PushedImage } | undefined>;
  /** As manifests name the image, without its tag. */
  imageOf(service: string): string;
  /** Where people look. */
  urlOf(service: string): string;
}
