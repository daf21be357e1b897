/** What a process is told that is to be a replica. */
export interface ReplicaOrder {
  /** Where it listens, like http://127.0.0.1:40123. */
  address: string;
  /** Of the world of stand-ins. */
  url: string;
  cloneFolder: string;
  /** Folder of the database files, which all replicas share. */
  databases: string;
  /** File that the audit log goes to, one JSON a line. */
  auditFile: string;
  /** Names of the services in the catalog. */
  services: string[];
}

/** What a replica is told. */
export interface ToReplica {
  /** To start. */
  order?: ReplicaOrder;
  /** By name of a service: the boundary at which its next rollback stops. */
  stopsAt?: Record<string, string>;
  /** Whatever stands still is to go on. */
  goes?: true;
}

/** What a replica tells. */
export interface ReplicaMessage {
  is?: 'loaded' | 'started';
  /** A rollback has come to this boundary. */
  boundary?: string;
  /** The rollback of this service has come to the boundary at which it stops. */
  stopped?: string;
}

/** Token of the pipeline that asks for rollbacks. */
export const PIPELINE_TOKEN = 'pipeline-of-a-crash-test-Hs6nWq3z';

/** The file of a service, one for all regions. */
export const fileOf = (service: string) =>
  `crash/${service}/production/values.yaml`;

/** Below `sphera.rollback`, in place of what other tests have. */
export const CRASH_SETTINGS = {
  layouts: [
    {
      repository: 'deployments',
      kind: 'helm',
      file: 'crash/{service}/{environment}/values.yaml',
    },
  ],
};
