import type { SecretValue } from '../adapters/SecretsClient';
import type { StandardRules } from './StandardRules';

/** What is wrong with a value, as the end of a sentence; never quotes it. */
export function valueProblem(
  { encoding, content }: SecretValue,
  rules: Pick<StandardRules, 'longestValue' | 'forbidden'>,
): string | undefined {
  const bytes = Buffer.byteLength(
    content,
    encoding === 'binary' ? 'base64' : 'utf8',
  );
  if (bytes === 0) return 'must not be empty';
  if (bytes > rules.longestValue) {
    return `is too long: it has ${bytes.toLocaleString(
      'en',
    )} bytes, and at most ${rules.longestValue.toLocaleString(
      'en',
    )} are allowed`;
  }
  if (encoding === 'binary') return undefined;
  const broken = rules.forbidden.find(({ pattern }) =>
    new RegExp(pattern, 'u').test(content),
  );
  return broken && `must not be ${broken.because}`;
}
