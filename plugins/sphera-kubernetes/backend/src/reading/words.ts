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
