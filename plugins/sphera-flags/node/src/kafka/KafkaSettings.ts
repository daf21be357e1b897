/** How to reach Kafka; the same for the portal and for agents. */
export interface KafkaSettings {
  /** `host:port` of some brokers. */
  brokers: string[];
  /** How it calls itself to Kafka, and how its consumer groups begin. */
  clientId: string;
  /** Absent: no TLS. Texts of PEM. */
  tls?: {
    ca?: string;
    cert?: string;
    key?: string;
    /** As which host the brokers prove themselves, where not by their address. */
    serverName?: string;
  };
  sasl?:
    | {
        mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
        username: string;
        password: string;
      }
    | { mechanism: 'aws-iam'; region: string };
}
