/** One place where something was written. */
export interface Trace {
  /** Its kind, and which one it is: `log: info`, `database: audit.sqlite`. */
  where: string;
  what: Buffer;
}

/** Everything that a portal wrote anywhere while it was watched. */
export class Traces {
  readonly all: Trace[] = [];

  note(where: string, what: unknown): void {
    const text = Buffer.isBuffer(what) ? what : Buffer.from(inFull(what));
    this.all.push({ where, what: text });
  }
}

/** A value with everything in it, errors with their hidden parts included. */
function inFull(what: unknown): string {
  if (typeof what === 'string') return what;
  const seen = new WeakSet<object>();
  return (
    JSON.stringify(what, (_key, value) => {
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'object' || value === null) return value;
      if (seen.has(value)) return '[seen]';
      seen.add(value);
      if (!(value instanceof Error)) return value;
      const hidden = Object.getOwnPropertyNames(value).map(name => [
        name,
        (value as unknown as Record<string, unknown>)[name],
      ]);
      return Object.fromEntries(hidden);
    }) ?? String(what)
  );
}
