const MOST_YOUNG = 20_000;

/**
 * Keeps one of all that are alike, so that a hundred clusters that want the same hold it once. What was not asked for in
 * a long while is forgotten: whoever holds it still does, and one more like it may come to be.
 */
export class Pool<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  /** The one that is known by this key, else this one from now on. */
  one(key: string, made: T): T {
    const known = this.young.get(key) ?? this.old.get(key) ?? made;
    if (this.young.size >= MOST_YOUNG) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, known);
    return known;
  }
}
