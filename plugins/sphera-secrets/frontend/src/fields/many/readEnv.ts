import { FoundEntry, ManyText } from './ManyText';

const KEY = /^\s*(?:export\s+)?([\w.-]+)\s*(?:=|:\s)\s*?/;
const QUOTES = ['"', "'", '`'];

/**
 * Reads the lines of a `.env` file as dotenv does, the format's usual reader
 * (https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow).
 * Other than that, it says which lines it cannot read and keeps names that occur
 * twice, which dotenv passes over in silence.
 */
export function readEnv(text: string): ManyText {
  const found: ManyText = { entries: [], problems: [] };
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    if (/^\s*(#.*)?$/.test(lines[at])) continue;
    const [head, key] = KEY.exec(lines[at]) ?? [];
    if (!head) {
      const message = 'is not written like NAME=value';
      found.problems.push({ line, message });
      continue;
    }
    const rest = lines[at].slice(head.length).trim();
    if (!QUOTES.includes(rest[0])) {
      found.entries.push({ key, line, ...readBare(rest) });
      continue;
    }
    const quoted = readQuoted([rest, ...lines.slice(at + 1)]);
    if (!quoted) {
      const message = 'opens a quotation mark that is never closed';
      found.problems.push({ line, message });
      break;
    }
    at += quoted.linesMore;
    if (quoted.hasMore) {
      const message = 'goes on after its closing quotation mark';
      found.problems.push({ line, message });
      continue;
    }
    found.entries.push({ key, line, value: quoted.value });
  }
  return found;
}

function readBare(rest: string): Pick<FoundEntry, 'value' | 'note'> {
  const value = rest.replace(/#.*$/, '').trim();
  // `A=b #c` is meant as a comment; `A=b#c` may well be a password.
  return /\S#/.test(rest)
    ? {
        value,
        note: 'Read up to the #. Put it in quotation marks to keep all.',
      }
    : { value };
}

/** What stands between the quotation mark that the first line begins with and its pair. */
function readQuoted(lines: string[]) {
  const quote = lines[0][0];
  const text = lines.join('\n');
  // A backslash before the mark keeps it from closing.
  const closing = new RegExp(
    `^${quote}((?:\\\\${quote}|[^${quote}])*)${quote}`,
  );
  const [whole, inside] = closing.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [after] = text.slice(whole.length).split('\n', 1);
  return {
    value:
      quote === '"'
        ? inside.replace(/\\n/g, '\n').replace(/\\r/g, '\r')
        : inside,
    linesMore: whole.split('\n').length - 1,
    /** Whether something other than a comment stands behind it. */
    hasMore: !/^\s*(#.*)?$/.test(after),
  };
}
