/** What Slack would read as a link or a mention. */
const CONTROL: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

const escaped = (character: string): string => CONTROL[character] ?? character;
const inQuote = (character: string): string =>
  character === '\n' ? '\n> ' : escaped(character);

/** People's words as they may stand in a message, cut so that they fit once they are escaped. */
export const words = (text: string, longest: number): string =>
  fitted(text, longest, escaped);

/** People's words as a quotation. */
export const quoted = (text: string, longest: number): string =>
  `> ${fitted(text, longest - 2, inQuote)}`;

/** Text for where Slack reads no markup. */
export const plain = (text: string, longest: number): string =>
  fitted(text, longest, character => character);

/** A link. @param label - ours, no people's words */
export const link = (address: string, label: string): string =>
  `<${address}|${label}>`;

function fitted(
  text: string,
  longest: number,
  written: (character: string) => string,
): string {
  // By characters: neither a pair of surrogates nor an entity is cut through.
  const characters = [...text].map(written);
  if (lengthOf(characters) <= longest) return characters.join('');
  let kept = '';
  for (const character of characters) {
    if (kept.length + character.length > longest - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function lengthOf(characters: string[]): number {
  return characters.reduce((sum, { length }) => sum + length, 0);
}
