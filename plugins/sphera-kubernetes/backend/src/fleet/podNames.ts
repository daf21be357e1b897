/**
 * A pod is named after its ReplicaSet: `<name>-` cut off at 58 characters, then five by chance
 * (`SimpleNameGenerator` of k8s.io/apiserver). So the events of pods that are gone still find their deployment.
 */
const LONGEST_BASE = 58;
const RANDOM = 5;

/** What the names of all pods of a ReplicaSet begin with. */
export const podBaseOf = (replicaSet: string) =>
  `${replicaSet}-`.slice(0, LONGEST_BASE);

/** The same, from the name of one of its pods. */
export const baseOfPod = (pod: string) => pod.slice(0, -RANDOM);
