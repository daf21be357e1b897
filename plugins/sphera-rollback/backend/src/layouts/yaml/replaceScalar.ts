import { isScalar, parseDocument, Scalar } from 'yaml';
import { SpotError } from '../../errors';
import type { ParsedScalar } from './scalarText';

// Numbers for one reader of YAML or another, also those with underscores.
const LIKE_A_NUMBER = /^[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[0-9]+)?$/i;

/**
 * A text with another value for one of its scalars; every other byte stays, and so does its kind of quotes, unless YAML
 * would take the new value for something other than a text.
 * @param change - `from` what stands there `to` what will, of letters, digits and `_ . - / : = @`
 */
export function replaceScalar(
  text: string,
  scalar: ParsedScalar,
  change: { from: string; to: string; place: string },
): string {
  const [start, end] = scalar.range;
  const written = rewritten(text.slice(start, end), scalar, change);
  return text.slice(0, start) + written + text.slice(end);
}

function rewritten(
  source: string,
  scalar: ParsedScalar,
  { from, to, place }: { from: string; to: string; place: string },
): string {
  if (
    scalar.type === Scalar.BLOCK_LITERAL ||
    scalar.type === Scalar.BLOCK_FOLDED
  ) {
    const header = source.indexOf('\n') + 1;
    return source.slice(0, header) + source.slice(header).replace(from, to);
  }
  if (source.includes('\n')) {
    throw new SpotError(
      `${place} is written over several lines; it must stand in one`,
    );
  }
  if (scalar.type === Scalar.QUOTE_SINGLE) return `'${to}'`;
  if (scalar.type === Scalar.QUOTE_DOUBLE) return `"${to}"`;
  return isPlainText(to) ? to : `"${to}"`;
}

/** Whether it is a text without quotes, for YAML 1.1 and 1.2 alike. */
function isPlainText(value: string): boolean {
  if (LIKE_A_NUMBER.test(value)) return false;
  return (['1.1', '1.2'] as const).every(version => {
    const { contents, errors } = parseDocument(value, {
      version,
      logLevel: 'silent',
    });
    return (
      errors.length === 0 && isScalar(contents) && contents.value === value
    );
  });
}
