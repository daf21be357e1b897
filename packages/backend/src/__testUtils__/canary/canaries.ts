import { randomBytes } from 'node:crypto';

const letters = (length: number) =>
  randomBytes(length * 2)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length);

// Each is written in another way by some notation. They stand alone between letters, so
// that no piece of one canary is a piece of another.
const ODD = ['"', '\\', '<', '&', "'", '%', '+', '=', '/', '?', 'ä', '\n', ' '];

/** A value that nobody could write by chance, with characters that notations differ in. */
export function newCanary(): string {
  return letters(14) + ODD.map(one => one + letters(8)).join('');
}

/** A canary of letters and digits alone, which passes where only those do. */
export function plainCanary(): string {
  return `c${letters(39)}`.toLowerCase();
}

/** A canary of so many bytes of UTF-8, random from its beginning to its end. */
export function longCanary(bytes: number): string {
  return letters(bytes);
}
