import { LOG_CUT_OFF, LOG_NOTICE } from '@sphera/plugin-kubernetes-common';
import { cutLine } from './cutLine';

/** How long opening waits for the first line, so that a log that cannot be read is an error and not an empty answer. */
const PATIENCE_MS = 1_500;
/** How long a log is followed. */
const LONGEST_MS = 30 * 60_000;

/**
 * Opens a log as lines, each with its end. Whoever stops listening stops the
 * reading at once, also while no line comes; after half an hour it ends by itself and says so.
 * @param read - the lines, until the log or the signal ends them
 * @throws what reading throws before the first line
 */
export async function openLog(
  read: (signal: AbortSignal) => AsyncIterable<string>,
): Promise<AsyncIterable<string>> {
  const stop = new AbortController();
  const lines = read(stop.signal)[Symbol.asyncIterator]();
  stop.signal.addEventListener('abort', () => {
    // What still waits has been told to end; nobody is left to hear how it does.
    Promise.resolve(lines.return?.()).catch(() => {});
  });
  const first = lines.next();
  // Nobody may be there any more to hear of it.
  first.catch(() => {});
  await Promise.race([first, pause(PATIENCE_MS)]);
  return endedBy(linesToSend(lines, first, stop), stop);
}

async function* linesToSend(
  lines: AsyncIterator<string>,
  first: Promise<IteratorResult<string>>,
  stop: AbortController,
): AsyncGenerator<string> {
  let timeIsUp = false;
  const timer = setTimeout(() => {
    timeIsUp = true;
    stop.abort();
  }, LONGEST_MS);
  timer.unref();
  try {
    for (
      let next = await first;
      !next.done && !stop.signal.aborted;
      next = await lines.next()
    ) {
      yield `${cutLine(next.value)}\n`;
    }
    if (timeIsUp) {
      yield ownLine(
        `${LOG_NOTICE}This log was followed for half an hour: open it again`,
      );
    }
  } catch (error) {
    if (!stop.signal.aborted) {
      yield ownLine(`${LOG_CUT_OFF}: ${messageOf(error)}`);
    }
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** A generator does not end while it waits for something; aborting ends the wait. */
function endedBy(
  pieces: AsyncGenerator<string>,
  stop: AbortController,
): AsyncIterable<string> {
  const iterator: AsyncIterator<string> = {
    next: () => pieces.next(),
    return: async () => {
      stop.abort();
      return pieces.return(undefined);
    },
    throw: async error => {
      stop.abort();
      return pieces.throw(error);
    },
  };
  return { [Symbol.asyncIterator]: () => iterator };
}

/** A line of the portal's own among those of the log. */
function ownLine(text: string): string {
  return `${new Date().toISOString()} ${text}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms).unref();
  });
}
