import { isNotice, LogLine, sortableTime } from './logLine';

/**
 * Where a log was read up to, so that reading on shows no line twice: each
 * connection begins with lines that may be known.
 */
export class Continuation {
  private last = '';
  private textsOfLast = new Set<string>();

  /** Whether anything was read yet. */
  get hasBegun(): boolean {
    return this.last !== '';
  }

  /** A filter for the lines of a new connection: leaves out what came before it. */
  next(): (lines: LogLine[]) => LogLine[] {
    const known = { time: this.last, texts: this.textsOfLast };
    return lines => {
      const fresh = lines.filter(({ at, text }) => {
        const time = sortableTime(at);
        return (
          !at ||
          time > known.time ||
          (time === known.time && !known.texts.has(text))
        );
      });
      fresh
        .filter(line => !isNotice(line))
        .forEach(line => this.remember(line));
      return fresh;
    };
  }

  private remember({ at, text }: LogLine) {
    const time = sortableTime(at);
    if (time > this.last) {
      this.last = time;
      this.textsOfLast = new Set();
    }
    if (time === this.last) this.textsOfLast.add(text);
  }
}
