import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { ServiceFacts } from './ServiceFacts';

/** Where capabilities tell the hub what they know of services. */
export interface ServiceFactsExtensionPoint {
  /**
   * Adds facts to the rows of the hub.
   * @throws Error where the id is not kebab-case, already taken, or a column of the catalog.
   */
  addFacts<V extends JsonValue>(facts: ServiceFacts<V>): void;
}

/** For backend modules of the plugin `sphera-services`. */
export const serviceFactsExtensionPoint =
  createExtensionPoint<ServiceFactsExtensionPoint>({
    id: 'sphera-services.facts',
  });
