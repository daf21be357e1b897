import type { ContainerStateRecord, PodRecord } from '../records';
import {
  controllerOf,
  objectRecord,
  RawMetadata,
  RecordTools,
  timeOf,
} from './metadata';

interface RawTermination {
  reason?: string;
  message?: string;
  exitCode?: number;
  finishedAt?: string;
}

interface RawContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  state?: {
    running?: object;
    waiting?: { reason?: string; message?: string };
    terminated?: RawTermination;
  };
  lastState?: { terminated?: RawTermination };
}

interface RawPodContainer {
  name: string;
  image?: string;
}

/** A Pod of v1, as far as it is read here. */
export interface RawPod {
  metadata?: RawMetadata;
  spec?: {
    nodeName?: string;
    containers?: RawPodContainer[];
    initContainers?: RawPodContainer[];
  };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: Array<{
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }>;
    containerStatuses?: RawContainerStatus[];
    initContainerStatuses?: RawContainerStatus[];
  };
}

/** What stays in memory of a pod; nothing where no ReplicaSet made it. */
export function podRecord(
  { metadata, spec = {}, status = {} }: RawPod,
  tools: RecordTools,
): PodRecord | undefined {
  const owner = controllerOf(metadata, 'ReplicaSet');
  if (!owner) return undefined;
  const { pool } = tools;
  const condition = (type: string) =>
    status.conditions?.find(one => one.type === type);
  const scheduled = condition('PodScheduled');
  const trouble =
    status.reason || scheduled?.status !== 'False' ? status : scheduled;
  return {
    ...objectRecord(metadata, tools),
    createdAt: timeOf(metadata?.creationTimestamp) ?? 0,
    owner,
    labels: pool.value(metadata?.labels ?? {}),
    phase: pool.text(status.phase ?? 'Pending'),
    ready: condition('Ready')?.status === 'True',
    ending: metadata?.deletionTimestamp !== undefined,
    node: spec.nodeName && pool.text(spec.nodeName),
    reason: trouble.reason && pool.text(trouble.reason),
    message: trouble.message && pool.text(trouble.message),
    containers: [
      ...states(spec.containers, status.containerStatuses, tools),
      ...states(spec.initContainers, status.initContainerStatuses, tools)
        .filter(isUnfinished)
        .map(state => ({ ...state, init: true })),
    ],
  };
}

function states(
  containers: RawPodContainer[] = [],
  statuses: RawContainerStatus[] = [],
  { pool }: RecordTools,
): ContainerStateRecord[] {
  return containers.map(({ name, image = '' }) => {
    const status = statuses.find(one => one.name === name);
    const { running, waiting, terminated } = status?.state ?? {};
    const detail = terminated ?? waiting;
    const last = status?.lastState?.terminated ?? terminated;
    return {
      name: pool.text(name),
      image: pool.text(image),
      ready: status?.ready ?? false,
      restarts: status?.restartCount ?? 0,
      state: stateOf(running, terminated),
      reason: detail?.reason && pool.text(detail.reason),
      message: detail?.message && pool.text(detail.message),
      lastExit: last && {
        reason: last.reason && pool.text(last.reason),
        code: last.exitCode ?? 0,
        at: timeOf(last.finishedAt),
      },
    };
  });
}

function stateOf(running?: object, terminated?: object) {
  if (running) return 'running';
  return terminated ? 'terminated' : 'waiting';
}

/** An init container that did its work is of no further interest. */
function isUnfinished({ state, lastExit }: ContainerStateRecord): boolean {
  return state !== 'terminated' || lastExit?.code !== 0;
}
