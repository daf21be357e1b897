import { AwsError } from './AwsError';

/** Bounds of a field; of a text: its length in characters. */
interface Bounds {
  least?: number;
  most?: number;
}

/** Reads the fields of a request, within the bounds that the API's model sets. */
export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.#fields = fields;
  }

  /** @throws AwsError ValidationException out of bounds */
  text(name: string, bounds: Bounds = {}): string | undefined {
    const value = this.#of<string>(name, 'string');
    if (value !== undefined) checkLength(name, value.length, bounds);
    return value;
  }

  /** @throws AwsError ValidationException where it is absent or out of bounds */
  needed(name: string, bounds: Bounds = {}): string {
    const value = this.text(name, bounds);
    if (value === undefined) {
      throw invalid(name, 'Member must not be null', "Value at '");
    }
    return value;
  }

  /** @throws AwsError ValidationException out of bounds */
  number(name: string, { least, most }: Bounds): number | undefined {
    const value = this.#of<number>(name, 'number');
    if (value === undefined) return undefined;
    const quoted = `Value '${value}' at '`;
    if (least !== undefined && value < least) {
      const constraint = `Member must have value greater than or equal to ${least}`;
      throw invalid(name, constraint, quoted);
    }
    if (most !== undefined && value > most) {
      const constraint = `Member must have value less than or equal to ${most}`;
      throw invalid(name, constraint, quoted);
    }
    return value;
  }

  flag(name: string): boolean {
    return this.#of<boolean>(name, 'boolean') ?? false;
  }

  /** Fields within a field; none where it is absent. */
  within(name: string): Fields {
    return new Fields(this.#of<Record<string, unknown>>(name, 'object') ?? {});
  }

  /** @throws AwsError ValidationException out of bounds */
  list<T>(name: string, bounds: Bounds = {}): T[] | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw unreadable();
    checkLength(name, value.length, bounds);
    return value;
  }

  #of<T>(name: string, type: string): T | undefined {
    const value = this.#fields[name] ?? undefined;
    if (value !== undefined && typeof value !== type) throw unreadable();
    return value as T | undefined;
  }
}

/** Never says the value: it may be a secret. @throws AwsError ValidationException */
export function checkLength(
  name: string,
  length: number,
  { least = 0, most = Infinity }: Bounds,
): void {
  if (length < least) {
    const constraint = `Member must have length greater than or equal to ${least}`;
    throw invalid(name, constraint, "Value at '");
  }
  if (length > most) {
    const constraint = `Member must have length less than or equal to ${most}`;
    throw invalid(name, constraint, "Value at '");
  }
}

function invalid(name: string, constraint: string, value: string): AwsError {
  const field = `${name[0].toLowerCase()}${name.slice(1)}`;
  return new AwsError(
    'ValidationException',
    `1 validation error detected: ${value}${field}' failed to satisfy constraint: ${constraint}`,
  );
}

function unreadable(): AwsError {
  return new AwsError(
    'SerializationException',
    'A field is of another type than the model says',
  );
}
