import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import type { Bounds } from './boundsProblems';

/** What a number of pods takes up together. */
export interface Capacity {
  pods: number;
  /** Absent: the pods do not say. */
  cpuCores?: number;
  /** Likewise. */
  memoryBytes?: number;
}

type PerPod = Autoscaler['perPod'];

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** What pods request together. */
export function capacityOf(pods: number, perPod: PerPod): Capacity {
  const { cpuCores, memoryBytes } = perPod;
  return {
    pods,
    cpuCores: cpuCores === undefined ? undefined : cpuCores * pods,
    memoryBytes: memoryBytes === undefined ? undefined : memoryBytes * pods,
  };
}

/** What more, or less, is taken up at most: `6 cores and 12 GiB more at most`. */
export function differenceInWords(
  before: Bounds,
  after: Bounds,
  perPod: PerPod,
): string {
  const pods = after.maxReplicas - before.maxReplicas;
  if (pods === 0) return 'At most as much as now';
  const { cpuCores, memoryBytes } = capacityOf(Math.abs(pods), perPod);
  const words = [
    Math.abs(pods) === 1 ? '1 pod' : `${Math.abs(pods)} pods`,
    cpuCores !== undefined && coresInWords(cpuCores),
    memoryBytes !== undefined && memoryInWords(memoryBytes),
  ].filter(Boolean);
  const list = new Intl.ListFormat('en').format(words as string[]);
  return `${list} ${pods > 0 ? 'more' : 'less'} at most`;
}

/** `1 core`, `2.5 cores`. */
export function coresInWords(cores: number): string {
  const rounded = Math.round(cores * 100) / 100;
  return rounded === 1 ? '1 core' : `${rounded} cores`;
}

/** `512 MiB`, `1.5 GiB`. */
export function memoryInWords(bytes: number): string {
  if (bytes < GIB) return `${Math.round(bytes / MIB)} MiB`;
  return `${Math.round((bytes / GIB) * 10) / 10} GiB`;
}
