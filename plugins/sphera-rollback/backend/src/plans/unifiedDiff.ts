import { structuredPatch } from 'diff';

const LINES_AROUND = 3;

/** What changes in a file, as `git diff` shows it; empty where nothing does. */
export function unifiedDiff(path: string, from: string, to: string): string {
  if (from === to) return '';
  const { hunks } = structuredPatch(path, path, from, to, '', '', {
    context: LINES_AROUND,
  });
  return [
    `--- a/${path}`,
    `+++ b/${path}`,
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
      ...lines,
    ]),
    '',
  ].join('\n');
}
