/** A value of the configuration that knows its key, and notes what is wrong with it. */
export class Setting {
  /**
   * @param key - as an operator finds it: `sphera.policy.rules[2].allow`
   * @param problems - takes up each thing that is wrong, with its key
   */
  constructor(
    readonly key: string,
    readonly value: unknown,
    private readonly problems: string[],
  ) {}

  /** Notes what is wrong, and what would be right. */
  wrong(message: string): void {
    this.problems.push(`${this.key}: ${message}`);
  }

  /** The settings of a list that has at least one; none where it is wrong. */
  list(): Setting[] {
    if (!Array.isArray(this.value) || this.value.length === 0) {
      this.wrong('must be a list of at least one');
      return [];
    }
    return this.value.map(
      (value, index) =>
        new Setting(`${this.key}[${index}]`, value, this.problems),
    );
  }

  /** The settings of an object that may have these fields and no others. */
  fields<K extends string>(...names: K[]): Record<K, Setting> {
    const given = isObject(this.value) ? this.value : {};
    const expected = names.join(', ');
    if (!isObject(this.value)) this.wrong(`must have the fields ${expected}`);
    for (const name of Object.keys(given)) {
      if (!(names as string[]).includes(name)) {
        this.field(name, undefined).wrong(`is not one of ${expected}`);
      }
    }
    return Object.fromEntries(
      names.map(name => [name, this.field(name, given[name])]),
    ) as Record<K, Setting>;
  }

  private field(name: string, value: unknown): Setting {
    return new Setting(`${this.key}.${name}`, value, this.problems);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
