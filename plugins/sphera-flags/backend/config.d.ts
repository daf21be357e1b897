import type { HumanDuration } from '@backstage/types';

export interface Config {
  sphera?: {
    flags?: {
      /** How messages travel: either `kafka` or `log`. Absent: there are no flags, and the pages say how to begin. */
      transport?: {
        kafka?: {
          /** Some brokers, as host:port. */
          brokers: string[];
          /** How the portal calls itself, and how its consumer group begins. Default: sphera. */
          clientId?: string;
          /** `true`: TLS with the authorities of the system. Default: none. Certificates and keys are PEM. */
          tls?:
            | boolean
            | {
                /** Authority of the brokers' certificates. Absent: those of the system. */
                ca?: string;
                /** The portal's own, where brokers want one. */
                cert?: string;
                /**
                 * Of `cert`.
                 * @visibility secret
                 */
                key?: string;
                /** As which host the brokers prove themselves, where not by their address. */
                serverName?: string;
              };
          /** Absent: nobody signs in. */
          sasl?: {
            mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512' | 'aws-iam';
            /** All but `aws-iam`. */
            username?: string;
            /**
             * All but `aws-iam`.
             * @visibility secret
             */
            password?: string;
            /** `aws-iam`: the AWS region of the brokers; credentials come from the portal's surroundings. */
            region?: string;
          };
          /** Whether topics that are missing are created. Default: true. */
          createTopics?: boolean;
        };
        /** In place of Kafka, for trying things out: the address of a log, as `npm start` serves one. */
        log?: string;
      };
      topics?: {
        /** Default: sphera.flags.commands.v1. */
        commands?: string;
        /** Default: sphera.flags.reports.v1. */
        reports?: string;
      };
      /** Of each topic; never to be changed, since clusters would move to another partition. Default: 12. */
      partitions?: number;
      /** Copies of each partition where the portal creates the topics. Default: 3. */
      replicas?: number;
      /** Signs commands, so that agents refuse those of anybody else. Absent: they are not signed. */
      signing?: {
        /** By which id agents know the key. */
        key: string;
        /**
         * Ed25519, PEM.
         * @visibility secret
         */
        privateKey: string;
      };
      /** Some of `sphera.fleet.clusters`: those with an agent. Default: all. */
      clusters?: string[];
      /** Of roll-outs, in order. Clusters that are in none come last. Default: one for each environment. */
      rings?: Array<{
        name: string;
        /** Its clusters. */
        clusters?: string[];
        /** In place of `clusters`: all of this environment that are in no other ring by name, nor in an earlier one. */
        environment?: string;
        /** In place of `clusters`: the same of a region; of a region and an environment where both are given. */
        region?: string;
      }>;
      /** How long a ring is watched before the next, unless a roll-out says otherwise. Default: 10 minutes. */
      soak?: HumanDuration | string;
      /** After how long without a word a cluster is silent; agents send one each half minute. Default: 2 minutes. */
      silentAfter?: HumanDuration | string;
      /** How long the clusters of a ring may take to acknowledge before the roll-out stops. Default: 5 minutes. */
      acknowledgeWithin?: HumanDuration | string;
      /** After how long a wish that was not answered is sent again the first time. Default: 1 minute. */
      resendAfter?: HumanDuration | string;
      /** After how long never changed, or wholly on, a flag is ready to remove. Default: 30 days. */
      readyToRemoveAfter?: HumanDuration | string;
      /**
       * How long changes and roll-outs are kept in the history, and messages that could not be read; the last hundred
       * changes of each flag stay in any case. At least a day. Default: 2 years.
       */
      keepHistory?: HumanDuration | string;
      /** Limits on changes outside of a roll-out. */
      guardrails?: Array<{
        /** Absent: all environments together. */
        environment?: string;
        /** How many clusters a change may reach at once. */
        atMostClusters: number;
      }>;
      /** Flags that are created at the start where they never were, as `create-flag` takes them. */
      firstFlags?: object[];
    };
  };
}
