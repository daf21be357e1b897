import type { SecretRecord } from '../records/SecretRecord';

type Known = ReadonlyMap<string, SecretRecord>;

/** Going through one list. */
export class Listed {
  private next = 0;
  /** The names so far; absent while they are those of the last time. */
  private listed: string[] | undefined;

  constructor(
    private readonly known: Known,
    private readonly before: readonly string[],
    private readonly keep: (names: string[]) => void,
  ) {}

  /** What is known of the secret that the list names now. */
  find(fullName: string): SecretRecord | undefined {
    const expected = this.before[this.next];
    if (expected === fullName) {
      this.next += 1;
      this.listed?.push(expected);
      return this.known.get(expected);
    }
    this.listed ??= this.before.slice(0, this.next);
    // One that is gone shifts all that follow.
    if (this.before[this.next + 1] === fullName) this.next += 2;
    const found = this.known.get(fullName);
    this.listed.push(found?.fullName ?? fullName);
    return found;
  }

  /** The list is at its end: names that are known and that it did not have. */
  end(): string[] {
    const { known, before, next } = this;
    const isAsBefore = !this.listed && next === before.length;
    if (isAsBefore && next === known.size) return [];
    const listed = this.listed ?? before.slice(0, next);
    const seen = new Set(listed);
    // A list that changes between two pages may name one twice: no order to keep to.
    this.keep(seen.size === listed.length ? listed : []);
    return [...known.keys()].filter(fullName => !seen.has(fullName));
  }
}

/**
 * The order in which AWS listed the secrets of a place the last time. As long as the next list keeps to it, each
 * secret is found beside the one before, which is several times as quick as looking it up by a name that has just been read.
 */
export class ListOrder {
  private names: string[] = [];

  /** Begins to go through a list anew. */
  begin(known: Known): Listed {
    return new Listed(known, this.names, names => (this.names = names));
  }
}
