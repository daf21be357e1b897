import type { FactStore } from '../storage/FactStore';
import type { FactMemory } from './FactMemory';

/** A function that takes what is new in the database into memory, and tells of which services something changed. */
export function readingFacts(parts: {
  store: Pick<FactStore, 'latest' | 'after'>;
  memory: Pick<FactMemory, 'take'>;
  changed: (services: string[]) => void;
}): () => Promise<void> {
  const { store, memory, changed } = parts;
  let known = -1;
  return async () => {
    // Mostly there is nothing new: one row tells.
    if ((await store.latest()) === known) return;
    const { looks, revision } = await store.after(known);
    known = revision;
    const services = memory.take(looks);
    if (services.length > 0) changed(services);
  };
}
