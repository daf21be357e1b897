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
        /** By name: what other tools call it, for sphera.links. */
        annotations?: { [name: string]: string };
      }>;
      regions?: Array<{
        /** @visibility frontend */
        name: string;
        /** @visibility frontend */
        title?: string;
        /** By name: what other tools call it, for sphera.links. */
        annotations?: { [name: string]: string };
      }>;
      clusters?: Array<{
        /** @visibility frontend */
        name: string;
        /** @visibility frontend */
        environment: string;
        /** @visibility frontend */
        region: string;
        /** Address of the Kubernetes API server; left out where the cluster is remote. */
        url?: string;
        /**
         * The portal has no connection to it: what reaches it are messages, as flags are sent.
         * @visibility frontend
         */
        remote?: boolean;
        /** By name: what other tools call it, for sphera.links. */
        annotations?: { [name: string]: string };
      }>;
    };
  };
}
