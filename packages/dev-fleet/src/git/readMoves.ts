import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { RefMove } from './GitAccess';

/** Longer than what any push here says before its pack, in bytes. */
const MOST = 1_000_000;

/** What a push wants to move: the lines before its pack. The request can be read from its beginning afterwards. */
export async function readMoves(request: IncomingMessage): Promise<RefMove[]> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < MOST) {
    const chunk: Buffer | null = request.read();
    if (chunk) {
      head = Buffer.concat([head, chunk]);
      if (linesOf(head)) break;
    } else if (request.readableEnded || !(await isReadable(request))) break;
  }
  if (head.length > 0) request.unshift(head);
  return (linesOf(head) ?? []).flatMap(moveOf);
}

async function isReadable(request: IncomingMessage): Promise<boolean> {
  const heard = new AbortController();
  const { signal } = heard;
  const is = (event: string, more: boolean) =>
    once(request, event, { signal }).then(() => more);
  return Promise.race([
    is('readable', true),
    is('end', false),
    is('close', false),
  ]).finally(() => heard.abort());
}

/** The lines of git's packet format until the flush; `undefined`: they are not all there yet. */
function linesOf(head: Buffer): string[] | undefined {
  const lines: string[] = [];
  let position = 0;
  while (position + 4 <= head.length) {
    const length = Number.parseInt(
      head.toString('latin1', position, position + 4),
      16,
    );
    if (!(length >= 4)) return lines;
    if (position + length > head.length) return undefined;
    lines.push(head.toString('utf8', position + 4, position + length));
    position += length;
  }
  return undefined;
}

function moveOf(line: string): RefMove[] {
  const [, before, after, ref] =
    /^([0-9a-f]{40}) ([0-9a-f]{40}) ([^\0\n]+)/.exec(line) ?? [];
  return ref ? [{ ref, before, after }] : [];
}
