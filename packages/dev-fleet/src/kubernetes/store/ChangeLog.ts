import type { KubeObject } from '../objects';
import type { Resource } from '../resources';

/** One write, as watches are told of it. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: Resource;
  object: KubeObject;
  /** What it was before. */
  previous?: KubeObject;
  version: number;
}

/** The latest changes of a cluster, so that a watch can go on where another ended. */
export class ChangeLog {
  #changes: Change[] = [];
  /** Up to this version nothing is remembered. */
  #forgotten: number;

  constructor(begin: number, private readonly limit: number) {
    this.#forgotten = begin;
  }

  add(change: Change): void {
    this.#changes.push(change);
    // Rarely, since cutting the front off costs as much as what remains.
    if (this.#changes.length > this.limit * 2) {
      this.forget(this.#changes[this.#changes.length - this.limit - 1].version);
    }
  }

  /** The changes after a version, oldest first; `undefined` where some of them are forgotten. */
  since(version: number): Change[] | undefined {
    if (version < this.#forgotten) return undefined;
    return this.#changes.slice(version - this.#forgotten);
  }

  /** Forgets what happened up to a version, as etcd's compaction does. */
  forget(version: number): void {
    this.#changes.splice(0, version - this.#forgotten);
    this.#forgotten = version;
  }
}
