/** What is kept of the way that a service went; moments in milliseconds since 1970. */
export interface KeptLifecycle {
  /** Entity ref. */
  service: string;
  beganAt: number;
  /** Who created the service; absent where it was there before its life cycle was kept. */
  beganBy?: string;
  /** Name of the stage on the way that it has come to. */
  stage: string;
  /** When it came there. */
  since: number;
  /** When the last stage of the way was done for the first time. */
  walkedAt?: number;
  /** When it came to the end: it retires. */
  endedAt?: number;
  /** When the service came into the catalog, or came back. */
  appearedAt: number;
  /** When the catalog was seen without it. */
  goneAt?: number;
  /** Names of approvals that are taken as given. */
  adopted: readonly string[];
  /** Names of steps that were done at some time. */
  done: readonly string[];
}
