export interface Config {
  sphera?: {
    /** Where services run. */
    fleet?: {
      /** From the first to the last that a version passes through. */
      environments?: Array<{
        /** @visibility frontend */
        name: string;
        /** @visibility frontend */
        title?: string;
      }>;
      regions?: Array<{
        /** @visibility frontend */
        name: string;
        /** @visibility frontend */
        title?: string;
      }>;
      clusters?: Array<{
        /** @visibility frontend */
        name: string;
        /** @visibility frontend */
        environment: string;
        /** @visibility frontend */
        region: string;
        /** Address of the Kubernetes API server. */
        url: string;
      }>;
    };
  };
}
