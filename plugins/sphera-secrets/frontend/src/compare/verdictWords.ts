import type { ComparedSecret } from '@sphera/plugin-secrets-common';

/** How a secret is in two places, in words. */
export function verdictInWords(
  { verdict }: Pick<ComparedSecret, 'verdict'>,
  here: string,
  there: string,
): string {
  switch (verdict) {
    case 'same':
      return 'The same value';
    case 'different':
      return 'Different values';
    case 'only-here':
      return `Only in ${here}`;
    case 'only-there':
      return `Only in ${there}`;
    default:
      return 'Not known yet';
  }
}

/** How many of each there are, in a sentence: `2 of 9 differ.` */
export function comparisonInWords(items: readonly ComparedSecret[]): string {
  if (items.length === 0) return 'Neither place has a secret of this service.';
  const differing = items.filter(isDiffering).length;
  const unknown = items.filter(({ verdict }) => verdict === 'unknown').length;
  const known =
    differing === 0
      ? `${items.length - unknown} of ${items.length} are the same.`
      : `${differing} of ${items.length} ${
          differing === 1 ? 'differs' : 'differ'
        }.`;
  return unknown === 0
    ? known
    : `${known} ${unknown} could not be compared yet.`;
}

/** Whether the places are known to differ. */
export function isDiffering({
  verdict,
}: Pick<ComparedSecret, 'verdict'>): boolean {
  return verdict !== 'same' && verdict !== 'unknown';
}
