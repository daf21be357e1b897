export interface Config {
  sphera?: {
    /** The log of who did what. */
    audit?: {
      /**
       * How long records are kept, as an ISO 8601 duration (`P2Y`). Absent: for good.
       */
      retention?: string;
      /**
       * Seals new records, so that nobody without it can write a history of their own. At
       * least 32 characters. Absent: records are sealed with a plain SHA-256.
       * @visibility secret
       */
      key?: string;
      /**
       * Keys that sealed older records, for verification.
       * @deepVisibility secret
       */
      oldKeys?: string[];
      /**
       * The least severity at which events of Backstage's own plugins are stored. Default:
       * `medium`, which is every change but no reading. What sphera itself does is always stored.
       */
      minimumSeverity?: 'low' | 'medium' | 'high' | 'critical';
    };
  };
}
