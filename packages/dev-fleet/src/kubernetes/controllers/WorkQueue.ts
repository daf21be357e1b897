import type { Named } from '../objects';

/** Does the same work for many keys; a key that is added several times is done once, soon after. */
export class WorkQueue {
  #keys = new Set<string>();
  #stopped = false;

  constructor(private readonly work: (key: string) => void) {}

  add(key: string): void {
    if (this.#keys.size === 0) queueMicrotask(() => this.#run());
    this.#keys.add(key);
  }

  stop(): void {
    this.#stopped = true;
  }

  #run(): void {
    const keys = [...this.#keys];
    this.#keys.clear();
    for (const key of keys) {
      if (!this.#stopped) this.work(key);
    }
  }
}

/** A namespaced name as one key. */
export function keyOf({ metadata: { namespace, name } }: Named): string {
  return `${namespace}/${name}`;
}

/** The namespace and the name of a key. */
export function placeOf(key: string): [namespace: string, name: string] {
  const cut = key.indexOf('/');
  return [key.slice(0, cut), key.slice(cut + 1)];
}
