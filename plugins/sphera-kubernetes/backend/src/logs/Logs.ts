import { counted, type TextStream } from '@sphera/plugin-operations-node';
import type { ClusterClients } from '../adapters/ClusterClient';
import type { FleetMemory } from '../fleet/FleetMemory';
import { cutLine, partsOf } from './cutLine';
import { newestLines } from './newestLines';
import { openLog } from './openLog';
import { containerAskedFor, LogQuestion } from './whoseLog';

/** How long doors that answer in one piece wait for a log. */
const ANSWER_WITHIN_MS = 20_000;
/** How much of a log they take, in bytes: who reads it through a tool pays for every word. */
const LARGEST_ANSWER = 256 * 1024;

/** How much of which log is asked for. */
export interface LogExcerpt extends LogQuestion {
  /** How many of the last lines to begin with. */
  lines: number;
  /** Whether to go on with new lines. */
  follow: boolean;
}

/** The logs of containers: only passed on, never kept. */
export class Logs {
  constructor(
    private readonly parts: { memory: FleetMemory; clients: ClusterClients },
  ) {}

  /** The log as it is written. @throws NotFoundError, FieldError, and what the cluster says */
  async stream(question: LogExcerpt): Promise<TextStream> {
    const pieces = await openLog(signal => this.read(question, signal));
    const contentType = 'text/plain; charset=utf-8';
    return { contentType, pieces, endsWithReader: true };
  }

  /** The last lines. @throws NotFoundError, FieldError, and what the cluster says */
  async lastLines(
    question: LogExcerpt,
  ): Promise<{ items: Array<{ at: string; text: string }>; leftOut?: string }> {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const read = this.read({ ...question, follow: false }, signal);
    const { newest, leftOut } = await newestLines(cut(read), LARGEST_ANSWER);
    return {
      items: newest.map(partsOf),
      ...(leftOut > 0 && {
        leftOut: `Only the newest lines are here: ${counted(
          leftOut,
          'older line',
        )} did not fit into an answer of 256 KiB. Over HTTP they come as a stream`,
      }),
    };
  }

  private read(
    question: LogExcerpt,
    signal: AbortSignal,
  ): AsyncIterable<string> {
    const { cluster, namespace, pod, previous, follow, lines } = question;
    const container = containerAskedFor(this.parts.memory, question);
    return this.parts.clients(cluster).readLogs(namespace, pod, {
      container,
      previous,
      // An earlier run writes no more.
      follow: follow && !previous,
      lines,
      signal,
    });
  }
}

async function* cut(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield cutLine(line);
}
