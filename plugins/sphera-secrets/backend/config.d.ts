import type { HumanDuration } from '@backstage/types';

export interface Config {
  sphera?: {
    secrets?: {
      /** Where secrets are kept. Absent: nowhere, and the pages say how to begin. */
      places?: Array<{
        /** One of `sphera.fleet.environments`. */
        environment: string;
        /** AWS account, for the credentials under `aws.accounts`. Absent: the main account. */
        account?: string;
        /** Absent: the regions of its clusters. */
        regions?: string[];
        /** Absent: AWS itself. */
        endpoint?: string;
        /** Encryption key here, in place of the standard's. */
        kmsKey?: string;
      }>;
      /**
       * What every secret is like. Templates may contain {service}, {environment}, {region}, {owner},
       * {system}, {namespace} and {name}.
       */
      standard?: {
        /** Default: `{environment}/{service}/{name}`. */
        name?: string;
        /** By key. Default: service, environment, owner, managed-by. */
        tags?: { [key: string]: string };
        /** Id, ARN or alias. Absent: the key of AWS itself. */
        kmsKey?: string;
        /** Where nobody wrote one. */
        description?: string;
        /** Which names new secrets may have. */
        names?: {
          /** Regular expression for the whole name. */
          pattern: string;
          example: string;
          /** The rule in words, as the end of "must be …". */
          sentence: string;
        };
        /** In bytes; at most, and by default, 65,536. */
        longestValue?: number;
        /** What values must not hold. */
        forbidden?: Array<{
          /** Regular expression. */
          pattern: string;
          /** The end of "must not be …", as people read it. */
          because: string;
        }>;
        /** How long a deleted secret can be restored, 7 to 30. Default: 30. */
        recoveryDays?: number;
      };
      /** The first makes fingerprints of values; the others are older ones that are being replaced. */
      fingerprintKeys?: Array<{
        id: string;
        /**
         * At least 32 characters, random.
         * @visibility secret
         */
        secret: string;
      }>;
      /** How often all places are looked through. Default: 5 minutes. */
      sweepEvery?: HumanDuration | string;
      /** A secret unchanged for longer is old. Default: 365 days; 0: none is. */
      oldAfter?: HumanDuration | string;
      /** A secret unread for longer is never read. Default: 90 days; 0: none is. */
      unreadAfter?: HumanDuration | string;
      /** Calls per second and API that the portal keeps to, in each account and region. */
      limits?: { [api: string]: number };
    };
  };
}
