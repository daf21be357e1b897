import type { Knex } from 'knex';

/** What a process is told that is to be a replica of the portal. */
export interface ReplicaOrder {
  /** Where it listens, like http://127.0.0.1:40123. */
  address: string;
  /** Of the database that all replicas share. */
  database: Pick<Knex.Config, 'client' | 'connection'>;
  /** Below `sphera.flags`. */
  settings: object;
}

/** Token of the pipeline that changes flags. */
export const PIPELINE_TOKEN = 'pipeline-of-a-crash-test-Vb3kTz7q';
