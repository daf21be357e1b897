import type { Titles } from '@sphera/plugin-operations-node';

/** What people and groups are called, for sentences that are made without waiting; read before an answer is given. */
export class Names {
  readonly #asked = new Set<string>();
  #known: ReadonlyMap<string, { title: string }> = new Map();
  #changed: () => void = () => {};

  constructor(private readonly titles: Pick<Titles, 'persons'>) {}

  /** Tells when somebody is called otherwise than sentences said so far. */
  onChange(changed: () => void): void {
    this.#changed = changed;
  }

  /** The title of an entity ref; the name in it until the title is read. */
  of = (ref: string): string => {
    this.#asked.add(ref);
    return this.#known.get(ref)?.title ?? ref.slice(ref.lastIndexOf('/') + 1);
  };

  /** What is said once the titles of all are known that it names, at most a minute old. */
  async naming<T>(say: () => T): Promise<T> {
    await this.#read();
    const said = say();
    return (await this.#read()) ? say() : said;
  }

  /** @returns whether a title is another one than before */
  async #read(): Promise<boolean> {
    if (this.#asked.size === 0) return false;
    const before = this.#known;
    const found = await this.titles.persons(this.#asked);
    const isNew = [...found].some(
      ([ref, { title }]) => before.get(ref)?.title !== title,
    );
    if (!isNew) return false;
    this.#known = found;
    this.#changed();
    return true;
  }
}
