export type { ServiceFacts } from './ServiceFacts';
export {
  serviceFactsExtensionPoint,
  type ServiceFactsExtensionPoint,
} from './serviceFactsExtensionPoint';
