import { LogChunk } from './logContents';

/** A match: in which chunk, and the how-manyth in it, from 0. */
export interface Match {
  chunk: number;
  index: number;
}

/** Where a text has the words that are looked for, as start positions; upper and lower case alike. */
export function matchesIn(text: string, words: string): number[] {
  if (!words) return [];
  const haystack = text.toLowerCase();
  const needle = words.toLowerCase();
  const found: number[] = [];
  for (
    let at = haystack.indexOf(needle);
    at >= 0;
    at = haystack.indexOf(needle, at + needle.length)
  ) {
    found.push(at);
  }
  return found;
}

/** How many matches each chunk has; counts a chunk once, so that a log that grows is not searched from its start. */
export class MatchCounter {
  private readonly counts = new WeakMap<LogChunk, number>();

  constructor(private readonly words: string) {}

  /** Matches in one chunk. */
  in(chunk: LogChunk): number {
    const known = this.counts.get(chunk);
    if (known !== undefined) return known;
    const count = chunk.lines.reduce(
      (sum, { text }) => sum + matchesIn(text, this.words).length,
      0,
    );
    this.counts.set(chunk, count);
    return count;
  }

  /** Matches in all of them. */
  inAll(chunks: readonly LogChunk[]): number {
    return chunks.reduce((sum, chunk) => sum + this.in(chunk), 0);
  }

  /** The how-manyth of all a match is, from 1; 0 when it is not there any more. */
  positionOf(match: Match, chunks: readonly LogChunk[]): number {
    const at = chunks.findIndex(({ id }) => id === match.chunk);
    if (at < 0 || match.index >= this.in(chunks[at])) return 0;
    return this.inAll(chunks.slice(0, at)) + match.index + 1;
  }

  /** The match at a position from 1; beyond either end it goes on from the other. */
  at(position: number, chunks: readonly LogChunk[]): Match | undefined {
    const total = this.inAll(chunks);
    if (total === 0) return undefined;
    let left = (((position - 1) % total) + total) % total;
    for (const chunk of chunks) {
      const count = this.in(chunk);
      if (left < count) return { chunk: chunk.id, index: left };
      left -= count;
    }
    return undefined;
  }
}
