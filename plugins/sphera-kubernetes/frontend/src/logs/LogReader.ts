import { isRefusal } from '@sphera/plugin-operations-react';
import { Continuation } from './Continuation';
import { emptyLog, LogContents, MOST_LINES, withMore } from './logContents';
import { LogLine } from './logLine';

/** How the reading of a log stands. */
export type Reading =
  | { state: 'connecting' }
  | { state: 'reading' }
  /** The connection broke; it is tried again by itself. */
  | { state: 'broken'; error: Error }
  /** The log itself came to its end. */
  | { state: 'ended' }
  /** Somebody stopped it. */
  | { state: 'stopped' }
  /** It was refused, or broke while only looking back. */
  | { state: 'failed'; error: Error };

/** What a page shows of a log. */
export interface LogView {
  contents: LogContents;
  reading: Reading;
}

/** What a reader needs from around it. */
export interface LogReaderParts {
  /** Opens the log: how many of its last lines to begin with, and whether to go on. */
  open(
    options: { lines: number; follow: boolean },
    signal: AbortSignal,
  ): AsyncIterable<LogLine[]>;
  /** Calls back when the browser is about to draw. */
  onNextFrame(callback: () => void): void;
  /** Resolves after some milliseconds, or at once when the signal is given up. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const FIRST_LINES = 500;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Reads one log for one page: keeps the last lines, tells the page at most once a
 * frame, and opens the stream anew when it breaks, without a line shown twice.
 */
export class LogReader {
  private view: LogView = {
    contents: emptyLog,
    reading: { state: 'connecting' },
  };
  private waiting: LogLine[] = [];
  private isFrameAsked = false;
  private current?: AbortController;
  private readonly listeners = new Set<() => void>();
  private readonly continuation = new Continuation();

  constructor(private readonly parts: LogReaderParts) {}

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** What is known now; the same object until it changes. */
  readonly read = () => this.view;

  /** Begins, or goes on from where it was; `follow`: and stays with it. */
  start(follow: boolean) {
    this.current?.abort();
    const control = new AbortController();
    this.current = control;
    void this.run(follow, control.signal);
  }

  /** Lets go of the stream; what was read stays. */
  stop() {
    this.current?.abort();
    this.current = undefined;
    if (['connecting', 'reading', 'broken'].includes(this.view.reading.state)) {
      this.change({ reading: { state: 'stopped' } });
    }
  }

  private async run(follow: boolean, signal: AbortSignal) {
    this.change({ reading: { state: 'connecting' } });
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = longer(wait)) {
      try {
        const isFresh = this.continuation.next();
        for await (const lines of this.parts.open(
          {
            lines: this.continuation.hasBegun ? MOST_LINES : FIRST_LINES,
            follow,
          },
          signal,
        )) {
          if (signal.aborted) return;
          wait = FIRST_WAIT_MS;
          this.append(isFresh(lines));
        }
        if (!signal.aborted) this.change({ reading: { state: 'ended' } });
        return;
      } catch (caught) {
        if (signal.aborted) return;
        const error = caught as Error;
        if (!follow || isRefusal(error)) {
          this.change({ reading: { state: 'failed', error } });
          return;
        }
        this.change({ reading: { state: 'broken', error } });
        await this.parts.wait(wait, signal);
      }
    }
  }

  private append(lines: LogLine[]) {
    if (this.view.reading.state !== 'reading') {
      this.change({ reading: { state: 'reading' } });
    }
    if (lines.length === 0) return;
    // A tab in the background draws nothing for hours: more than is kept need not wait.
    this.waiting = this.waiting.concat(lines).slice(-MOST_LINES);
    if (this.isFrameAsked) return;
    this.isFrameAsked = true;
    this.parts.onNextFrame(() => this.flush());
  }

  private flush() {
    this.isFrameAsked = false;
    const lines = this.waiting;
    this.waiting = [];
    this.change({ contents: withMore(this.view.contents, lines) });
  }

  private change(changes: Partial<LogView>) {
    this.view = { ...this.view, ...changes };
    this.listeners.forEach(listener => listener());
  }
}

function longer(wait: number): number {
  return Math.min(wait * 2, LONGEST_WAIT_MS);
}
