export type { FactChoice, ServiceFacts } from './ServiceFacts';
export {
  serviceFactsExtensionPoint,
  type ServiceFactsExtensionPoint,
} from './serviceFactsExtensionPoint';
