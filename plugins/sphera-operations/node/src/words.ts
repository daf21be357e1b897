/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** `1 pod`, `2 pods`. */
export const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`;

/** `once`, `twice`, `12 times`. */
export function times(count: number): string {
  if (count <= 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}

const UNITS: ReadonlyArray<readonly [string, number]> = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `20 seconds`, `4 minutes`, `3 hours`, `2 days`: the largest unit that fits. */
export function duration(milliseconds: number): string {
  const length = Math.max(milliseconds, 1_000);
  const [unit, size] = UNITS.find(([, one]) => length >= one) ?? [
    'second',
    1_000,
  ];
  return counted(Math.round(length / size), unit);
}
