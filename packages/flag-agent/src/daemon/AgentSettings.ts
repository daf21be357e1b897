import type { KafkaSettings, Topics } from '@sphera/plugin-flags-node';
import type { LogLevel } from './jsonLogger';

/** All that the daemon is told. */
export interface AgentSettings {
  cluster: string;
  /** At least one of both. */
  file?: string;
  configMap?: { namespace: string; name: string };
  /** Where the token of its account in the cluster is; absent: where pods have it. */
  serviceAccountFolder?: string;
  transport: { kafka: KafkaSettings } | { log: string };
  topics: Topics;
  /** None: wishes need no signature. PEM. */
  publicKeys: Array<{ key: string; publicKey: string }>;
  /** Milliseconds. */
  heartbeatEvery: number;
  snapshotEvery: number;
  port: number;
  /** Absent: all of the machine's addresses. */
  host?: string;
  logLevel: LogLevel;
}
