import type { KafkaSettings, Topics } from '@sphera/plugin-flags-node';

/** What `sphera.flags` says, checked. Lengths are milliseconds. */
export interface FlagsSettings {
  /** How messages travel; absent: nowhere, and flags are not to be had. */
  transport?:
    | { kind: 'kafka'; kafka: KafkaSettings; createTopics: boolean }
    | { kind: 'log'; url: string };
  topics: Topics;
  /** Partitions and copies of topics that sphera creates. */
  partitions: number;
  replicas: number;
  /** Signs commands; absent: nothing is signed. */
  signing?: { key: string; privateKey: string };
  /** Clusters that flags are sent to, in the order of the fleet. */
  clusters: string[];
  /** In order; every cluster is in exactly one, the last takes the rest. */
  rings: Array<{ name: string; clusters: string[] }>;
  soakMs: number;
  /** After how long without a word a cluster is silent. */
  silentAfterMs: number;
  /** After how long a ring of a roll-out that was not acknowledged stops it. */
  acknowledgeWithinMs: number;
  resendAfterMs: number;
  /** After how long unchanged, or wholly on, a flag is ready to remove. */
  readyAfterMs: number;
  /** How long changes, roll-outs and messages kept aside are kept. */
  keepHistoryMs: number;
  /** Limits on changes outside of a roll-out: by environment, at most so many clusters at once. */
  guardrails: Array<{ environment?: string; atMostClusters: number }>;
  /** Flags that are created at start where they never were: inputs of create-flag. */
  firstFlags: Array<Record<string, unknown>>;
}
