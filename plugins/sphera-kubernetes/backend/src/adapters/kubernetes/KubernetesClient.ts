import { ConflictError } from '@backstage/errors';
import type { RawAutoscaler } from '../../fleet/toRecord/autoscaler';
import type { RawMetadata } from '../../fleet/toRecord/metadata';
import { areSame, Bounds, ClusterClient } from '../ClusterClient';
import { ApiFailure } from './ApiFailure';
import type { ApiServer } from './ApiServer';
import { clientError, Errand } from './clientErrors';
import { CONFIG_MAPS, pathOf, WATCHED } from './kinds';
import { readLines } from './readLines';

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
/** A line of a log that is longer is shown in pieces. */
const LONGEST_LINE = 64_000;

interface RawConfigMap {
  metadata?: RawMetadata;
  data?: Record<string, string>;
}

/** What the portal does in one cluster, through its API server. */
export class KubernetesClient implements ClusterClient {
  constructor(
    private readonly cluster: string,
    private readonly server: ApiServer,
  ) {}

  async restartDeployment(namespace: string, name: string, at: Date) {
    const changed = await this.run(
      `deployment ${namespace}/${name}`,
      this.server.json<{ metadata?: RawMetadata }>({
        method: 'PATCH',
        path: pathOf(WATCHED.deployments, namespace, name),
        contentType: 'application/strategic-merge-patch+json',
        body: {
          spec: {
            template: {
              metadata: { annotations: { [RESTARTED_AT]: seconds(at) } },
            },
          },
        },
      }),
    );
    return { generation: changed.metadata?.generation ?? 0 };
  }

  async setBounds(
    namespace: string,
    name: string,
    { from, to }: { from: Bounds; to: Bounds },
  ) {
    const about = `autoscaler ${namespace}/${name}`;
    const path = pathOf(WATCHED.autoscalers, namespace, name);
    const now = await this.run(
      about,
      this.server.json<RawAutoscaler>({ path }),
    );
    this.expect(from, now, about);
    const body = [
      // What the object does not say (then it means 1) cannot be tested for.
      ...(now.spec?.minReplicas === undefined
        ? []
        : [{ op: 'test', path: '/spec/minReplicas', value: from.minReplicas }]),
      { op: 'test', path: '/spec/maxReplicas', value: from.maxReplicas },
      { op: 'add', path: '/spec/minReplicas', value: to.minReplicas },
      { op: 'add', path: '/spec/maxReplicas', value: to.maxReplicas },
    ];
    try {
      const changed = await this.server.json<RawAutoscaler>({
        method: 'PATCH',
        path,
        contentType: 'application/json-patch+json',
        body,
      });
      return boundsOf(changed);
    } catch (error) {
      if (error instanceof ApiFailure && error.status?.code === 422) {
        // An API server says the same of a test that failed and of values that it will not have.
        const then = await this.run(
          about,
          this.server.json<RawAutoscaler>({ path }),
        );
        // The answer to the first try may have been lost on a connection that broke, and the call repeated.
        if (areSame(boundsOf(then), to)) return to;
        this.expect(from, then, about);
      }
      throw clientError(error, this.errand(about));
    }
  }

  async *readLogs(
    namespace: string,
    pod: string,
    options: Parameters<ClusterClient['readLogs']>[2],
  ) {
    const about = `pod ${namespace}/${pod}`;
    const { signal } = options;
    try {
      const stream = await this.server.stream({
        path: pathOf(WATCHED.pods, namespace, pod, 'log'),
        query: {
          container: options.container,
          previous: options.previous,
          follow: options.follow,
          tailLines: options.lines,
          timestamps: true,
        },
        signal,
      });
      yield* readLines(stream, LONGEST_LINE);
    } catch (error) {
      if (signal.aborted) return;
      throw clientError(
        error instanceof ApiFailure ? error : ApiFailure.unreachable(error),
        this.errand(about),
      );
    }
  }

  async readConfigMap(namespace: string, name: string) {
    try {
      const { data = {}, metadata } = await this.server.json<RawConfigMap>({
        path: pathOf(CONFIG_MAPS, namespace, name),
      });
      return { data, version: metadata?.resourceVersion ?? '' };
    } catch (error) {
      if (error instanceof ApiFailure && error.status?.code === 404) {
        return undefined;
      }
      throw clientError(error, this.errand(`ConfigMap ${namespace}/${name}`));
    }
  }

  async writeConfigMap(
    namespace: string,
    name: string,
    { data, labels, version }: Parameters<ClusterClient['writeConfigMap']>[2],
  ) {
    const isNew = version === undefined;
    await this.run(
      `ConfigMap ${namespace}/${name}`,
      this.server.json({
        method: isNew ? 'POST' : 'PUT',
        path: isNew
          ? pathOf(CONFIG_MAPS, namespace)
          : pathOf(CONFIG_MAPS, namespace, name),
        body: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name, namespace, labels, resourceVersion: version },
          data,
        },
      }),
    );
  }

  private async run<T>(about: string, call: Promise<T>): Promise<T> {
    return call.catch(error => {
      throw clientError(error, this.errand(about));
    });
  }

  private expect(from: Bounds, autoscaler: RawAutoscaler, about: string) {
    const now = boundsOf(autoscaler);
    if (!areSame(now, from)) {
      const { minReplicas, maxReplicas } = now;
      throw new ConflictError(
        `The bounds of ${about} in cluster ${this.cluster} are ${minReplicas} to ${maxReplicas} by now, no longer ${from.minReplicas} to ${from.maxReplicas}. Look at it again`,
      );
    }
  }

  private errand(about: string): Errand {
    return { cluster: this.cluster, about };
  }
}

function boundsOf({ spec = {} }: RawAutoscaler): Bounds {
  return {
    minReplicas: spec.minReplicas ?? 1,
    maxReplicas: spec.maxReplicas ?? 0,
  };
}

/** RFC 3339 to the second, as kubectl writes it. */
function seconds(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
