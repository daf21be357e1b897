/** One line of a diff as it is drawn. */
export interface DiffLine {
  kind: 'added' | 'removed' | 'same' | 'gap';
  text: string;
  /** Its number before and after; absent where it is not there. */
  before?: number;
  after?: number;
}

const HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;
const KINDS: Record<string, DiffLine['kind']> = {
  '+': 'added',
  '-': 'removed',
  ' ': 'same',
};

/** The lines of a unified diff of one file; what stands before the first hunk is left out. */
export function diffLines(diff: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let at: { before: number; after: number } | undefined;
  for (const line of diff.split('\n')) {
    const hunk = HUNK.exec(line);
    if (hunk) {
      if (at) lines.push({ kind: 'gap', text: '' });
      at = { before: Number(hunk[1]), after: Number(hunk[2]) };
      continue;
    }
    const kind = KINDS[line.charAt(0)];
    if (!at || !kind) continue;
    const text = line.slice(1).replace(/\r$/, '');
    lines.push({
      kind,
      text,
      before: kind === 'added' ? undefined : at.before++,
      after: kind === 'removed' ? undefined : at.after++,
    });
  }
  return lines;
}
