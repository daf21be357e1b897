export type { FactDescription, FactSource, Seen, SeenFact } from './FactSource';
export {
  lifecycleFactsExtensionPoint,
  type LifecycleFactsExtensionPoint,
} from './lifecycleFactsExtensionPoint';
export { tabLink } from './tabLink';
