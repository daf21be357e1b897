export { getDeployment } from './getDeployment';
export { answerAutoscaler, listAutoscalers } from './listAutoscalers';
export { listClusters } from './listClusters';
export { listDeployments } from './listDeployments';
export { listDrift } from './listDrift';
export { listEvents } from './listEvents';
export { listPods } from './listPods';
export { listServices } from './listServices';
