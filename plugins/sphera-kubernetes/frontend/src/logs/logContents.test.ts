import { emptyLog, MOST_LINES, withMore } from './logContents';
import { LogLine } from './logLine';

const numbered = (from: number, count: number): LogLine[] =>
  Array.from({ length: count }, (_, index) => ({
    at: '',
    text: String(from + index),
  }));

describe('What is kept of a log', () => {
  it('goes on where it was, without touching what was there', () => {
    const before = withMore(emptyLog, numbered(0, 250));
    const after = withMore(before, numbered(250, 20));
    expect(after.size).toBe(270);
    expect(after.chunks.flatMap(({ lines }) => lines)).toEqual(
      numbered(0, 270),
    );
    expect(after.chunks[0]).toBe(before.chunks[0]);
    expect(after.chunks[1]).toBe(before.chunks[1]);
    expect(before.size).toBe(250);
  });

  it('forgets the oldest lines where they get too many, and counts them', () => {
    let contents = emptyLog;
    for (let from = 0; from < 12_345; from += 345) {
      contents = withMore(contents, numbered(from, 345));
    }
    expect(contents.size).toBeLessThanOrEqual(MOST_LINES);
    expect(contents.size + contents.forgotten).toBe(12_420);
    expect(contents.chunks.at(-1)!.lines.at(-1)!.text).toBe('12419');
  });

  it('stays the same where there is nothing more', () => {
    expect(withMore(emptyLog, [])).toBe(emptyLog);
  });
});
