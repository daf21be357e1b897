/** Longest line that is sent on, in characters; what is longer is hardly read by people. */
const LONGEST = 16 * 1024;

/** A line of a log, cut with a mark where it is too long. */
export function cutLine(line: string): string {
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST)}… (cut: the line has ${
    line.length
  } characters)`;
}

/** A line as clusters send it, `<RFC 3339 time> <text>`, in its two parts. */
export function partsOf(line: string): { at: string; text: string } {
  const [, at, text] = /^(\d{4}-\d\d-\d\dT\S+) ?(.*)$/s.exec(line) ?? [];
  return at === undefined ? { at: '', text: line } : { at, text };
}
