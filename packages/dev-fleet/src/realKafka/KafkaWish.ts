/** What Kafka a test wants. */
export interface KafkaWish {
  /** How many brokers, each of which is a controller, too. 1 unless it says otherwise. */
  nodes?: 1 | 3;
  /** Clients come over TLS; certificates are made for the test. */
  tls?: boolean;
  /** Clients sign in, by PLAIN or SCRAM: password by name. */
  users?: Record<string, string>;
  /** Clients may do only what ACLs say. */
  acls?: boolean;
  /** Further settings of each broker. */
  settings?: Record<string, string>;
}
