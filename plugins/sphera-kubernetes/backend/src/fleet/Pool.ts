/** Above this many entries a pool starts anew: it saves memory, it must not cost any. */
const MOST_ENTRIES = 100_000;

/**
 * Keeps one copy of what many objects have in common: the images, labels and
 * containers of one service are the same in every cluster.
 */
export class Pool {
  private strings = new Map<string, string>();
  private values = new Map<string, unknown>();

  /** The first string that was equal to this one. */
  text(value: string): string {
    const known = this.strings.get(value);
    if (known !== undefined) return known;
    if (this.strings.size >= MOST_ENTRIES) this.strings = new Map();
    this.strings.set(value, value);
    return value;
  }

  /** The first plain value that read the same as JSON, frozen: whoever has it shares it. */
  value<T extends object>(value: T): T {
    const key = JSON.stringify(value);
    const known = this.values.get(key);
    if (known !== undefined) return known as T;
    if (this.values.size >= MOST_ENTRIES) this.values = new Map();
    this.values.set(key, Object.freeze(value));
    return value;
  }
}
