import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';

/** Something that the service uses, or does besides answering requests. */
export interface Part {
  /** Begins. What it connects to may still be away: `check` tells. */
  start(): Promise<void>;
  /** Throws while the part cannot do its work. */
  check(): Promise<void>;
  /** Ends, after what was begun is done. */
  stop(): Promise<void>;
}

/** Parts by the names that `/health/ready` gives them, in the order in which they are started. */
export type Parts = Record<string, Part>;

/** What a part is given. */
export interface Surroundings {
  env: NodeJS.ProcessEnv;
  log: FastifyBaseLogger;
  metrics: Registry;
}
