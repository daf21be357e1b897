import {
  restartDeployment,
  setAutoscalerBounds,
  settleRestart,
  settleAutoscalerBounds,
  restoreAutoscalerBounds,
} from './actingOperations';
import {
  listClusters,
  listDeployments,
  listServiceDeployments,
  getDeployment,
  listPods,
  listEvents,
  listAutoscalers,
  listDrift,
  streamLogs,
} from './lookingOperations';

/** Every operation of this capability. */
export const kubernetesOperations = [
  listClusters,
  listDeployments,
  listServiceDeployments,
  getDeployment,
  listPods,
  listEvents,
  listAutoscalers,
  listDrift,
  streamLogs,
  restartDeployment,
  setAutoscalerBounds,
  settleRestart,
  settleAutoscalerBounds,
  restoreAutoscalerBounds,
];
