import type { JsonValue } from './FlagDefinition';

/** Who gets what: a variant, or a split of everybody in percent that adds up to 100. */
export type Served = string | Record<string, number>;

const ALL_PERCENT = 100;

/** The variant that everybody gets by this; `undefined` where it is a split. */
export function soleVariantOf(served: Served): string | undefined {
  if (typeof served === 'string') return served;
  const shares = sharesOf(served);
  return shares.length === 1 ? shares[0][0] : undefined;
}

/** The variants of a split that somebody gets, with their percent; those of 0 are left out. */
export function sharesOf(split: Record<string, number>): [string, number][] {
  return Object.entries(split).filter(([, percent]) => percent > 0);
}

/** Flagd's expression for what is served: a variant by name, or `fractional`, which everybody keeps by their targeting key. */
export function servedLogicOf(
  served: Served,
): string | { fractional: JsonValue[] } {
  return (
    soleVariantOf(served) ?? {
      fractional: sharesOf(served as Record<string, number>),
    }
  );
}

/** What such an expression serves; `undefined` where it is another. */
export function servedOf(logic: JsonValue | undefined): Served | undefined {
  if (typeof logic === 'string') return logic;
  const shares = operandsOf(logic, 'fractional');
  if (!shares?.every(isShare)) return undefined;
  const split = Object.fromEntries(shares);
  const isWhole = sum(shares.map(([, share]) => share)) === ALL_PERCENT;
  const isEachOnce = Object.keys(split).length === shares.length;
  return shares.length > 1 && isWhole && isEachOnce ? split : undefined;
}

/** What one operation of JsonLogic is applied to, where `logic` is that operation and nothing else. */
export function operandsOf(
  logic: JsonValue | undefined,
  operation: string,
): JsonValue[] | undefined {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) {
    return undefined;
  }
  const [[name, operands] = [], ...others] = Object.entries(logic);
  return name === operation && others.length === 0 && Array.isArray(operands)
    ? operands
    : undefined;
}

function isShare(part: JsonValue): part is [string, number] {
  if (!Array.isArray(part) || part.length !== 2) return false;
  const [variant, share] = part;
  return (
    typeof variant === 'string' && Number.isInteger(share) && Number(share) > 0
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
