import type { JsonValue } from '@backstage/types';
import { CATALOG_ORDERS } from '@sphera/plugin-services-common';
import type {
  ServiceFacts,
  ServiceFactsExtensionPoint,
} from '@sphera/plugin-services-node';

const KEBAB_CASE = /^[a-z][a-z0-9-]{0,62}$/;

/** The facts that capabilities added while the backend starts. */
export class FactsRegistry implements ServiceFactsExtensionPoint {
  private readonly added = new Map<string, ServiceFacts>();

  /** All facts, in the order in which they were added. */
  get all(): ServiceFacts[] {
    return [...this.added.values()];
  }

  addFacts<V extends JsonValue>(facts: ServiceFacts<V>): void {
    const { id } = facts;
    if (!KEBAB_CASE.test(id)) {
      throw new Error(
        `The id of facts must be kebab-case, like locks; "${id}" is not`,
      );
    }
    if ((CATALOG_ORDERS as readonly string[]).includes(id)) {
      throw new Error(`"${id}" is a column of the catalog: choose another id`);
    }
    if (this.added.has(id)) {
      throw new Error(`Facts "${id}" are there already: ids are unique`);
    }
    this.added.set(id, facts as unknown as ServiceFacts);
  }
}
