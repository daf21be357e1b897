/** The bounds of an autoscaler. */
export interface Bounds {
  minReplicas: number;
  maxReplicas: number;
}

/** Whether bounds are the same. */
export const areSame = (one: Bounds, other: Bounds): boolean =>
  one.minReplicas === other.minReplicas &&
  one.maxReplicas === other.maxReplicas;

/**
 * What the portal does in one cluster, besides watching it.
 *
 * Every method throws `ClusterUnavailableError` where the cluster does not answer
 * (503, says since when), `NotFoundError` where the object is gone, `ConflictError` where
 * it changed meanwhile, `NotAllowedError` where the portal's own account lacks a right
 * (the message names the verb and the resource), and `InputError` where the API server
 * or an admission policy refuses (with its message).
 */
export interface ClusterClient {
  /** Stamps the pod template with `kubectl.kubernetes.io/restartedAt`; answers the new generation. */
  restartDeployment(
    namespace: string,
    name: string,
    at: Date,
  ): Promise<{ generation: number }>;

  /** Sets both bounds, provided that they are what `from` says; answers what the cluster now has. */
  setBounds(
    namespace: string,
    name: string,
    change: { from: Bounds; to: Bounds },
  ): Promise<Bounds>;

  /** Lines of a container's log, each `<RFC 3339 time> <text>`; ends with the log, or on `signal` when following. */
  readLogs(
    namespace: string,
    pod: string,
    options: {
      container: string;
      previous: boolean;
      follow: boolean;
      lines: number;
      signal: AbortSignal;
    },
  ): AsyncIterable<string>;

  /** A ConfigMap's data with its version; `undefined` where there is none. */
  readConfigMap(
    namespace: string,
    name: string,
  ): Promise<{ data: Record<string, string>; version: string } | undefined>;

  /** Replaces a ConfigMap's data; creates it where `version` is absent. Throws `ConflictError` where it has another version by now. */
  writeConfigMap(
    namespace: string,
    name: string,
    content: {
      data: Record<string, string>;
      labels: Record<string, string>;
      version?: string;
    },
  ): Promise<void>;
}

/** The client of a cluster of the fleet, by its name. */
export type ClusterClients = (cluster: string) => ClusterClient;
