import type { HumanDuration } from '@backstage/types';

export interface Config {
  sphera?: {
    kubernetes?: {
      restart?: {
        /** How long a deployment is left alone after a restart. Default: 5 minutes. */
        coolDown?: HumanDuration | string;
      };
      drift?: {
        /**
         * How long an environment may run an older version than an earlier one
         * (in the order of `sphera.fleet.environments`). Default: 3 days.
         */
        behindAfter?: HumanDuration | string;
        /**
         * Environment variables that are meant to differ between clusters; `*` stands for
         * anything. Default: `*REGION*`, `*CLUSTER*`, `*ZONE*`.
         */
        ignoreVariables?: string[];
      };
      /**
       * Limits on the bounds of autoscalers. Every rule that matches counts; where several set the same
       * limit, the most specific one does: service before team before environment before none; of two
       * equally specific ones, the later.
       * Without any rule: floor 1, ceiling 50, never below what runs now.
       */
      guardrails?: Array<{
        /** Absent: all environments. */
        environment?: string;
        /** Owner of the service: entity ref, or name of a group. Absent: all. */
        team?: string;
        /** Entity ref or name. Absent: all. */
        service?: string;
        /** The least that the lower bound may be. */
        floor?: number;
        /** The most that the upper bound may be. */
        ceiling?: number;
        /** How many pods a bound may move at once. */
        largestStep?: number;
        /** The upper bound may be at most this many times the lower one. */
        largestRatio?: number;
        /** Whether the upper bound may not fall below what runs now. */
        neverBelowNow?: boolean;
      }>;
      /** The ConfigMap from which a cluster's admission policy learns of locks. */
      clusterLocks?: {
        /** Whether the portal keeps it current where it exists. Default: true. */
        enabled?: boolean;
        /** Default: sphera-system. */
        namespace?: string;
        /** Default: sphera-locks. */
        name?: string;
      };
    };
  };
}
