import { Duration } from 'luxon';

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

/** `20 seconds`, `4 minutes`, `3 hours`, `2 days`: the largest unit that fits. */
export function duration(ms: number): string {
  const length = Duration.fromMillis(Math.max(ms, 1_000));
  const unit =
    (['days', 'hours', 'minutes'] as const).find(one => length.as(one) >= 1) ??
    'seconds';
  return counted(Math.round(length.as(unit)), unit.slice(0, -1));
}

const LONGEST = 200;
const KEPT = LONGEST / 2 - 2;

/** A message of Kubernetes in brackets. Of a long one the middle is left out: what happened is at its end. */
export function quoted(message: string | undefined): string {
  const text = message?.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (!text) return '';
  const isLong = text.length > LONGEST;
  return isLong
    ? ` (${text.slice(0, KEPT).trimEnd()} … ${text.slice(-KEPT).trimStart()})`
    : ` (${text})`;
}
