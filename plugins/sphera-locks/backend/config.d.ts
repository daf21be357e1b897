export interface Config {
  sphera?: {
    locks?: {
      /**
       * What the gate says of a service that the catalog does not know.
       * Default: deny, so that a misspelled name stands out.
       */
      unknownServices?: 'deny' | 'allow';
      /** Freeze windows: locks that come back each week. */
      windows?: Array<{
        /** Entity ref or name; absent: all services. */
        service?: string;
        /** Absent: all environments. */
        environment?: string;
        /** Default: only deploy. */
        actions?: Array<'deploy' | 'merge' | 'rollback' | 'restart' | 'scale'>;
        /** When it begins, each week. */
        from: {
          /** `monday` to `sunday` */
          day: string;
          /** `16:00` */
          time: string;
        };
        /** When it ends, each week. */
        to: {
          /** `monday` to `sunday` */
          day: string;
          /** `08:00` */
          time: string;
        };
        /** IANA name of the time zone of both: `Europe/Berlin`. */
        timeZone: string;
        reason: string;
      }>;
    };
  };
}
