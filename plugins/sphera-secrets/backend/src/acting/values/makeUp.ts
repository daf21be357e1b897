import type { Alphabet } from '@sphera/plugin-secrets-common';
import type { SecretValue } from '../../adapters/SecretsClient';
import type { Recipe } from '../Change';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const EASILY_MISTAKEN = /[0O1lI]/g;

const CHARACTERS: Record<Alphabet, string> = {
  'letters-and-digits': LETTERS + DIGITS,
  'with-symbols': `${LETTERS}${DIGITS}!#$%&*+-=?@^_~`,
  readable: (LETTERS + DIGITS).replace(EASILY_MISTAKEN, ''),
  hex: `${DIGITS}abcdef`,
  digits: DIGITS,
};

/**
 * Makes up a value.
 * @param randomInt - a whole number from 0 up to, but not including, `below`, fit for secrets
 */
export function makeUp(
  { length, alphabet }: Recipe,
  randomInt: (below: number) => number,
): SecretValue {
  const characters = CHARACTERS[alphabet];
  const content = Array.from(
    { length },
    () => characters[randomInt(characters.length)],
  ).join('');
  return { encoding: 'text', content };
}
