import type { Account } from './access/Tokens';
import type { Cluster } from './Cluster';
import type { Clock } from './clock';
import type { Surroundings } from './controllers/autoscaling/autoscalers';
import { EventRecorder } from './controllers/EventRecorder';
import type { NodePlace } from './controllers/pods/Step';
import { runControllers } from './controllers/runControllers';
import { ClusterApi } from './http/ClusterApi';
import { nodesOf } from './nodes';
import type { Draft, KubeObject } from './objects';
import type { Random } from './random';
import { resourceOf, resources, type Resource } from './resources';
import { withDefaults } from './rules/defaults';
import { Store } from './store/Store';

/** One cluster: its objects, what moves them, and its API. */
export class StandInCluster implements Cluster {
  readonly name: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: EventRecorder;
  readonly api: ClusterApi;
  readonly nodes: NodePlace[];
  readonly #stop: () => void;

  constructor(options: {
    name: string;
    clock: Clock;
    random: Random;
    accounts: Account[];
    bookmarkInterval: number;
    remembered?: number;
    surroundings?: Surroundings;
    fill?(cluster: StandInCluster): void;
  }) {
    const { name, clock, random } = options;
    this.name = name;
    this.clock = clock;
    this.random = random;
    this.store = new Store({ clock, random, remembered: options.remembered });
    this.events = new EventRecorder(this.store, clock, random);
    this.api = new ClusterApi(this, options);
    this.nodes = nodesOf(name);
    this.#stop = runControllers(this, {
      nodes: this.nodes,
      surroundings: options.surroundings ?? {},
    });
    for (const namespace of ['default', 'kube-system']) {
      this.addNamespace(namespace);
    }
    for (const node of this.nodes) {
      this.apply({
        apiVersion: 'v1',
        kind: 'Node',
        metadata: {
          name: node.name,
          labels: { 'kubernetes.io/hostname': node.name },
        },
        status: {
          addresses: [{ type: 'InternalIP', address: node.address }],
          conditions: [
            { type: 'Ready', status: 'True', reason: 'KubeletReady' },
          ],
        },
      });
    }
    options.fill?.(this);
  }

  /** Writes an object as it is, its status too, past all rules of the API; its namespace is made where it is missing. */
  apply<T extends KubeObject>(draft: Draft<T>): T {
    const { namespace } = draft.metadata;
    if (namespace) this.addNamespace(namespace);
    const object = withDefaults(draft as unknown as T);
    return this.store.put(resourceOf(draft) as Resource<T>, object);
  }

  addNamespace(name: string): void {
    if (this.store.get(resources.namespaces, undefined, name)) return;
    this.store.put(resources.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }

  /** Forgets what happened so far: a watch or a list from before gets 410. */
  compact(): void {
    this.store.log.forget(this.store.version);
    this.api.listing.forget();
  }

  /** Nothing moves any more. */
  stop(): void {
    this.#stop();
  }
}
