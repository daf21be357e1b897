import { LogLine } from './logLine';

/** Lines that are drawn, searched and forgotten together. Never changed in place. */
export interface LogChunk {
  id: number;
  lines: readonly LogLine[];
}

/** What is kept of a log. */
export interface LogContents {
  chunks: readonly LogChunk[];
  /** How many lines the chunks have together. */
  size: number;
  /** How many older lines were forgotten. */
  forgotten: number;
}

const CHUNK_LINES = 100;
const MOST_CHUNKS = 50;

/** How many lines are kept at most. */
export const MOST_LINES = CHUNK_LINES * MOST_CHUNKS;

export const emptyLog: LogContents = { chunks: [], size: 0, forgotten: 0 };

/**
 * The contents with more lines at the end; where they get too many, the oldest
 * chunks are forgotten. Chunks that stay as they are remain the same objects, so
 * that only the last one is drawn anew.
 */
export function withMore(
  contents: LogContents,
  more: readonly LogLine[],
): LogContents {
  if (more.length === 0) return contents;
  const chunks = [...contents.chunks];
  const last = chunks.at(-1);
  let from = 0;
  if (last && last.lines.length < CHUNK_LINES) {
    from = CHUNK_LINES - last.lines.length;
    const lines = [...last.lines, ...more.slice(0, from)];
    chunks[chunks.length - 1] = { id: last.id, lines };
  }
  for (let id = (last?.id ?? 0) + 1; from < more.length; id += 1) {
    chunks.push({ id, lines: more.slice(from, from + CHUNK_LINES) });
    from += CHUNK_LINES;
  }
  const dropped = chunks.splice(0, Math.max(0, chunks.length - MOST_CHUNKS));
  const lost = sizeOf(dropped);
  return {
    chunks,
    size: contents.size + more.length - lost,
    forgotten: contents.forgotten + lost,
  };
}

function sizeOf(chunks: LogChunk[]): number {
  return chunks.reduce((sum, { lines }) => sum + lines.length, 0);
}
