import type { Cluster } from '../Cluster';
import { runAutoscalers, type Surroundings } from './autoscaling/autoscalers';
import { runDeployments } from './deployments';
import { runDisruptionBudgets } from './disruptionBudgets';
import { runGarbageCollection } from './garbage';
import { runPods } from './pods/kubelet';
import type { NodePlace } from './pods/Step';
import { runReplicaSets } from './replicaSets';

/** Starts everything that makes a cluster move; returns how to stop it. */
export function runControllers(
  cluster: Cluster,
  { nodes, surroundings }: { nodes: NodePlace[]; surroundings: Surroundings },
): () => void {
  const stops = [
    runPods(cluster, nodes, surroundings),
    runReplicaSets(cluster),
    runDeployments(cluster),
    runAutoscalers(cluster, surroundings),
    runDisruptionBudgets(cluster),
    runGarbageCollection(cluster),
  ];
  return () => stops.forEach(stop => stop());
}
