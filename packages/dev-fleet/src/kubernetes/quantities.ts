const FACTORS: Record<string, number> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** What `250m` or `1Gi` is as a number: cores, bytes. `undefined` where it is none. */
export function quantity(text: string | undefined): number | undefined {
  const match = /^([0-9.]+)([a-zA-Z]*)$/.exec(text ?? '');
  const factor = match && FACTORS[match[2]];
  return factor ? Number(match[1]) * factor : undefined;
}
