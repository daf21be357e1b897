import { stripVTControlCharacters } from 'node:util';
import type { GitRemote } from './GitSettings';

const LONGEST = 300;

/** What is said of progress and of where a push went. */
const NOISE = [
  /^(Enumerating|Counting|Compressing|Receiving|Resolving|Writing|Unpacking|Updating|Total|Delta compression|POST|Processing)\b/,
  /^To \S+$/,
  /^[!*=+-]\t/,
  /^Done$/,
  /^From \S+$/,
  /^failed to push some refs to/,
  /^hook declined to update/,
  /^Updates were rejected/,
  /^unable to rewind rpc post data/,
];

/** What git and the remote said, for a sentence: on one line, not too long, without the noise and without credentials. */
export function wordsOf(
  said: string,
  { url, credentials }: Pick<GitRemote, 'url' | 'credentials'>,
): string {
  const lines = stripVTControlCharacters(said)
    .split(/[\r\n]+/)
    .map(line => line.replace(/^(remote|error|fatal|hint):\s*/gi, '').trim())
    .map(line => line.replace(/^(error|fatal):\s*/i, ''))
    .map(line => line.replace(/[.;\s]+$/, ''))
    .filter(line => line && !NOISE.some(noise => noise.test(line)));
  const text = withoutCredentials([...new Set(lines)].join('; '), [
    url,
    ...(credentials ? [credentials.password] : []),
  ]);
  return text.length > LONGEST
    ? `${text.slice(0, LONGEST - 1).trimEnd()}…`
    : text;
}

/** Whatever stands for a password in an address, and each of these values however written, is `…`. */
function withoutCredentials(text: string, [url, ...secrets]: string[]): string {
  const inUrl = /\/\/([^/@\s]+)@/.exec(url)?.[1].split(':') ?? [];
  const values = [...secrets, ...inUrl.slice(1)].flatMap(secret => [
    secret,
    encodeURIComponent(secret),
  ]);
  return values
    .filter(value => value.length > 3)
    .reduce((clean, value) => clean.split(value).join('…'), text)
    .replace(/(\/\/)[^/@\s'"]+@/g, '$1…@')
    .replace(/\b(Basic|Bearer|token)\s+[A-Za-z0-9+/=_.-]{8,}/gi, '$1 …');
}
