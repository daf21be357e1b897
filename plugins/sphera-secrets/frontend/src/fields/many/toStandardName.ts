/**
 * A name turned to the standard: `DATABASE_PASSWORD` to `database-password` where
 * words are joined by hyphens. What no usual way of writing brings there stays in
 * the most usual one, for a person to change.
 */
export function toStandardName(
  key: string,
  isAllowed: (name: string) => boolean,
): string {
  const words = wordsOf(key);
  const ways = [
    key,
    words.join('-'),
    words.join('_'),
    words.join('_').toUpperCase(),
    words.join('.'),
    words.join('/'),
    words.map((word, i) => (i ? capital(word) : word)).join(''),
    words.map(capital).join(''),
  ];
  return ways.find(isAllowed) ?? words.join('-');
}

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
