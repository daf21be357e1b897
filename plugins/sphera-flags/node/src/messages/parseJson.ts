import { isNestedDeeper } from '../definitions/isNestedDeeper';

/** More than the deepest definition in a message needs; what walks over values recursively has room for it. */
const DEEPEST = 80;

/** The JSON in a text, or what is wrong with it. */
export function parseJson(
  text: string,
): { value: unknown } | { problem: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (!isNestedDeeper(value, DEEPEST)) return { value };
    return {
      problem: `its value is nested too deeply: at most ${DEEPEST} levels`,
    };
  } catch {
    // The parser's own message repeats the text.
    return { problem: 'its value is no JSON' };
  }
}
