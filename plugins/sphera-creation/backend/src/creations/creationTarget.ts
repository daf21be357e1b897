import { serviceRefOf } from '@sphera/plugin-creation-common';
import type { CreationStore } from '../storage/CreationStore';

/** What a call acts on that names a creation; of an unknown one the handler tells, after it was asked who may. */
export const creationTarget = (store: Pick<CreationStore, 'get'>) => ({
  async target({ creation: id }: { creation: string }) {
    const creation = await store.get(id);
    return creation ? { service: serviceRefOf(creation.draft.name) } : {};
  },
});
