import type { Trace } from './Traces';

/** How long a piece of a value must be to count as a trace of it. */
export const FRAGMENT = 12;
// Enough of a long value: its pieces are searched for at its beginning, in its middle and at its end.
const SLICE = 150;

/** A trace of a value, told without the value. */
export interface Finding {
  where: string;
  /** Which of the values, in their order. */
  value: number;
  notation: string;
  /** What stands before it. */
  after: string;
}

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const HTML: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Every notation in which a value might be written. */
export const NOTATIONS: Record<string, (value: Buffer) => string[]> = {
  'as it is': value => [value.toString('utf8')],
  'one byte a character': value => [value.toString('latin1')],
  // A piece of base64 depends on how many bytes stand before it, in threes.
  base64: value => shifted(value, 'base64'),
  base64url: value => shifted(value, 'base64url'),
  hex: value => [value.toString('hex')],
  'URL-encoded': value => [
    encodeURIComponent(value.toString('utf8')),
    encodeURI(value.toString('utf8')),
    new URLSearchParams([['', value.toString('utf8')]]).toString().slice(1),
  ],
  JSON: value => [json(value.toString('utf8'))],
  'JSON in JSON': value => [json(json(value.toString('utf8')))],
  'JSON in ASCII': value => [
    json(value.toString('utf8')).replace(
      /[^ -~]/g,
      one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  ],
  HTML: value => [value.toString('utf8').replace(/[&<>"']/g, one => HTML[one])],
  backwards: value => [[...value.toString('utf8')].reverse().join('')],
};

/**
 * Where any piece of {@link FRAGMENT} characters of any value is written, in any
 * notation, whatever the case of its letters.
 */
export function findTraces(
  values: ReadonlyArray<string | Buffer>,
  traces: readonly Trace[],
): Finding[] {
  const pieces = piecesOf(values);
  return traces.flatMap(({ where, what }) => {
    // Both ways to read bytes: a database may hold either.
    const texts = new Set([what.toString('utf8'), what.toString('latin1')]);
    return [...texts].flatMap(text => findIn(text, where, pieces));
  });
}

type Pieces = Map<string, Pick<Finding, 'value' | 'notation'>>;

function piecesOf(values: ReadonlyArray<string | Buffer>): Pieces {
  const pieces: Pieces = new Map();
  values.forEach((one, value) => {
    for (const slice of slicesOf(Buffer.from(one as Buffer))) {
      for (const [notation, write] of Object.entries(NOTATIONS)) {
        for (const written of write(slice)) {
          const text = written.toLowerCase();
          for (let at = 0; at + FRAGMENT <= text.length; at++) {
            const piece = text.slice(at, at + FRAGMENT);
            if (!pieces.has(piece)) pieces.set(piece, { value, notation });
          }
        }
      }
    }
  });
  return pieces;
}

function findIn(text: string, where: string, pieces: Pieces): Finding[] {
  const lower = text.toLowerCase();
  const found: Finding[] = [];
  for (let at = 0; at + FRAGMENT <= lower.length; at++) {
    const piece = pieces.get(lower.slice(at, at + FRAGMENT));
    if (!piece) continue;
    found.push({
      where,
      ...piece,
      after: text.slice(Math.max(0, at - 80), at),
    });
    at += SLICE;
  }
  return found;
}

function slicesOf(value: Buffer): Buffer[] {
  if (value.length <= 3 * SLICE) return [value];
  const middle = Math.floor(value.length / 2);
  return [
    value.subarray(0, SLICE),
    value.subarray(middle, middle + SLICE),
    value.subarray(-SLICE),
  ];
}

function shifted(value: Buffer, encoding: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map(before =>
    Buffer.concat([Buffer.alloc(before), value])
      .toString(encoding)
      // What the neighbours have a part in is not of the value alone.
      .slice(before + 1, -4),
  );
}
