import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../kubernetes/clock';
import type { ClusterObjects } from './ClusterObjects';
import { keyOf, type ManifestObject } from './objectsIn';

/** Until what a cluster did not take is tried again, in milliseconds. */
const AGAIN = 1_000;

/** Brings one cluster to what files want of it, and again where it does not take something. */
export class ClusterSync {
  #wanted = new Map<string, ManifestObject>();
  /** What was brought there, in the order in which it was. */
  readonly #brought = new Map<string, ManifestObject>();
  readonly #problems = new Map<string, string>();
  #bringing?: Promise<void>;
  #callOff?: () => void;
  #isStopped = false;

  constructor(
    private readonly objects: Pick<ClusterObjects, 'apply' | 'remove'>,
    private readonly clock: Clock,
  ) {}

  /** From now on the cluster is to have these objects, and none of those that it was to have before. */
  want(objects: readonly ManifestObject[]): void {
    this.#wanted = new Map(objects.map(each => [keyOf(each), each]));
    this.#bring();
  }

  /** The objects are there: an earlier agent brought them. */
  takeForGranted(objects: readonly ManifestObject[]): void {
    for (const each of objects) this.#brought.set(keyOf(each), each);
  }

  /** What it does not take, with why. */
  problems(): string[] {
    return [...this.#problems].map(([key, problem]) => `${key}: ${problem}`);
  }

  /** Nothing is begun any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#callOff?.();
    await this.#bringing;
  }

  #bring(): void {
    if (this.#bringing || this.#isStopped) return;
    this.#callOff?.();
    this.#callOff = undefined;
    this.#bringing = this.#bringAll().then(isDone => {
      this.#bringing = undefined;
      if (!isDone && !this.#isStopped) {
        this.#callOff = this.clock.after(AGAIN, () => this.#bring());
      }
    });
  }

  /** One pass over all that differs; more where something else is wanted meanwhile. @returns whether nothing is left */
  async #bringAll(): Promise<boolean> {
    let isFailed = false;
    while (!this.#isStopped && !isFailed) {
      const wanted = this.#wanted;
      const missing = [...wanted].filter(
        ([key, each]) => !isDeepStrictEqual(this.#brought.get(key), each),
      );
      const surplus = [...this.#brought].filter(([key]) => !wanted.has(key));
      if (missing.length + surplus.length === 0) return true;
      for (const [key, each] of missing) {
        isFailed = !(await this.#apply(key, each)) || isFailed;
      }
      for (const [key, each] of surplus.reverse()) {
        isFailed = !(await this.#remove(key, each)) || isFailed;
      }
    }
    return false;
  }

  async #apply(key: string, object: ManifestObject): Promise<boolean> {
    return this.#try(key, async () => {
      await this.objects.apply(object);
      this.#brought.set(key, object);
    });
  }

  async #remove(key: string, object: ManifestObject): Promise<boolean> {
    return this.#try(key, async () => {
      await this.objects.remove(object);
      this.#brought.delete(key);
    });
  }

  async #try(key: string, bring: () => Promise<void>): Promise<boolean> {
    if (this.#isStopped) return false;
    try {
      await bring();
      this.#problems.delete(key);
      return true;
    } catch (error) {
      this.#problems.set(key, (error as Error).message);
      return false;
    }
  }
}
