import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { FactSource } from './FactSource';

/** Where capabilities and companies add facts that steps can ask for. */
export interface LifecycleFactsExtensionPoint {
  /**
   * @throws Error where the id of the source or of a fact is not kebab-case, or is taken
   */
  addSource(source: FactSource): void;
}

/** For backend modules of the plugin `sphera-lifecycle`. */
export const lifecycleFactsExtensionPoint =
  createExtensionPoint<LifecycleFactsExtensionPoint>({
    id: 'sphera-lifecycle.facts',
  });
