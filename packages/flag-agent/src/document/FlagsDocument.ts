import type { FlagEntry } from './FlagEntry';

/** Text that is no flagd file. */
export class BrokenDocumentError extends Error {
  name = 'BrokenDocumentError';
}

/** What flagd reads: flags, and what else somebody put beside them (`$schema`, `$evaluators`), which stays. */
export class FlagsDocument {
  static readonly empty = new FlagsDocument({}, new Map());

  private constructor(
    private readonly rest: Record<string, unknown>,
    readonly flags: ReadonlyMap<string, FlagEntry>,
  ) {}

  /** @throws BrokenDocumentError */
  static read(text: string): FlagsDocument {
    const { flags = {}, ...rest } = objectIn(text);
    if (!isObject(flags)) {
      throw new BrokenDocumentError('its "flags" are no object');
    }
    const entries = Object.entries(flags).map(
      ([flag, entry]) => [flag, isObject(entry) ? entry : {}] as const,
    );
    return new FlagsDocument(rest, new Map(entries));
  }

  /** With other entries; `undefined` takes a flag away. */
  with(changes: ReadonlyMap<string, FlagEntry | undefined>): FlagsDocument {
    const flags = new Map(this.flags);
    for (const [flag, entry] of changes) {
      if (entry) flags.set(flag, entry);
      else flags.delete(flag);
    }
    return new FlagsDocument(this.rest, flags);
  }

  /** Names of the flags, in the order of UTF-16 code units. */
  names(): string[] {
    return [...this.flags.keys()].sort();
  }

  /** JSON with one line for each flag, in order of their names: small, and a difference shows what changed. */
  text(): string {
    const rest = Object.entries(this.rest).map(
      ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},\n`,
    );
    const lines = this.names().map(flag =>
      lineOf(flag, this.flags.get(flag) ?? {}),
    );
    return `{${rest.join('')}"flags":{\n${lines.join(',\n')}\n}}\n`;
  }
}

/** How entries are written: most of a document stays as it is when one flag changes. */
const written = new WeakMap<FlagEntry, string>();

/** How a flag is written, without the comma between two. */
export function lineOf(flag: string, entry: FlagEntry): string {
  let text = written.get(entry);
  if (text === undefined) {
    text = JSON.stringify(entry);
    written.set(entry, text);
  }
  return `${JSON.stringify(flag)}:${text}`;
}

function objectIn(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BrokenDocumentError('it is no JSON');
  }
  if (!isObject(value)) throw new BrokenDocumentError('it is no JSON object');
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
