import type { Cluster } from '../Cluster';
import type { KubeObject } from '../objects';
import { resources } from '../resources';
import { endPod } from './replicaSets';

/** How often old events are taken away, in milliseconds. */
const SWEEP = 60_000;

/** Takes away what has lost its owner or its namespace, and events when they are old; returns how to stop. */
export function runGarbageCollection(cluster: Cluster): () => void {
  const { store, clock, events } = cluster;
  const end = ({ metadata: { uid } }: KubeObject) => {
    for (const set of store.ownedBy(resources.replicaSets, uid)) {
      store.remove(resources.replicaSets, set);
    }
    for (const pod of store.ownedBy(resources.pods, uid)) {
      endPod(cluster, pod);
    }
  };
  const unsubscribe = store.onChange(({ type, object }) => {
    if (type !== 'DELETED') return;
    end(object);
    if (object.kind === 'Namespace') empty(cluster, object.metadata.name);
  });
  let cancel = clock.after(SWEEP, function sweep() {
    events.sweep();
    cancel = clock.after(SWEEP, sweep);
  });
  return () => {
    unsubscribe();
    cancel();
  };
}

function empty({ store }: Cluster, namespace: string): void {
  for (const resource of Object.values(resources)) {
    if (!resource.namespaced) continue;
    for (const object of store.list<KubeObject>(resource, namespace)) {
      store.remove(resource, object);
    }
  }
}
