const FACTORS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
const QUANTITY = /^([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)([numkMGTPE]|[KMGTPE]i)?$/;

/**
 * The number that a quantity stands for (`500m` is 0.5, `1Gi` 1073741824); `undefined` where it is none.
 * Format: kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity.
 */
export function quantityOf(text: string | undefined): number | undefined {
  const [, digits, suffix = ''] = QUANTITY.exec(text ?? '') ?? [];
  const value = Number(digits);
  return Number.isNaN(value) ? undefined : value * FACTORS[suffix];
}
