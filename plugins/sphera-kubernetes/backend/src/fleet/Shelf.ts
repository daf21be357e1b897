import type { ObjectRecord } from './records';

/** How to find records: by the keys that this says of each. */
export type KeyOf<R> = (record: R) => string | undefined;

/**
 * The records of one kind in one cluster, by uid and by further keys; one lookup
 * costs the same however many there are.
 */
export class Shelf<R extends ObjectRecord, Key extends string> {
  private byUid = new Map<string, R>();
  // Lists, since most keys have one record: a map for each would be most of the memory.
  private indexes: Map<Key, Map<string, R[]>>;

  constructor(private readonly keys: Record<Key, KeyOf<R>>) {
    this.indexes = this.emptyIndexes();
  }

  get size() {
    return this.byUid.size;
  }

  get(uid: string): R | undefined {
    return this.byUid.get(uid);
  }

  all(): Iterable<R> {
    return this.byUid.values();
  }

  /** The records whose key it is, in the order in which they came. */
  find(key: Key, value: string): R[] {
    const found = this.indexes.get(key)!.get(value);
    return found ? [...found] : [];
  }

  /** The first record whose key it is. */
  findOne(key: Key, value: string): R | undefined {
    const found = this.indexes.get(key)!.get(value);
    return found?.[0];
  }

  put(record: R): void {
    this.remove(record.uid);
    this.byUid.set(record.uid, record);
    this.eachKey(record, (index, value) => {
      const found = index.get(value);
      if (found) found.push(record);
      else index.set(value, [record]);
    });
  }

  remove(uid: string): R | undefined {
    const record = this.byUid.get(uid);
    if (!record) return undefined;
    this.byUid.delete(uid);
    this.eachKey(record, (index, value) => {
      const found = index.get(value);
      if (!found) return;
      found.splice(found.indexOf(record), 1);
      if (found.length === 0) index.delete(value);
    });
    return record;
  }

  clear(): void {
    this.byUid = new Map();
    this.indexes = this.emptyIndexes();
  }

  private eachKey(
    record: R,
    use: (index: Map<string, R[]>, value: string) => void,
  ) {
    for (const [key, index] of this.indexes) {
      const value = this.keys[key](record);
      if (value !== undefined) use(index, value);
    }
  }

  private emptyIndexes() {
    return new Map(
      (Object.keys(this.keys) as Key[]).map(key => [key, new Map()]),
    );
  }
}
