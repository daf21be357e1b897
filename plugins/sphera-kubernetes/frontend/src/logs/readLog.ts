import { ResponseError } from '@backstage/errors';
import { requestFor, RequestOf } from '@sphera/plugin-operations-common';
import { streamLogs } from '@sphera/plugin-kubernetes-common';
import { isCutOff, LogLine, readLogLine } from './logLine';

/** The part of the browser's (or the app's) fetch that is used here. */
export type LogFetch = (url: string, init: RequestInit) => Promise<Response>;

/** The cluster stopped sending in the middle of a log. */
export class LogCutOffError extends Error {
  name = 'LogCutOffError' as const;
}

/**
 * The lines of a log as they arrive, in batches; ends when the log does.
 *
 * @throws ResponseError where the backend refuses; LogCutOffError where the cluster
 * stops sending; TypeError where the connection breaks.
 */
export async function* readLog(
  fetch: LogFetch,
  request: RequestOf<typeof streamLogs>,
  signal: AbortSignal,
): AsyncGenerator<LogLine[]> {
  const { path, init } = requestFor(streamLogs, request);
  // The app's fetch finds out where a plugin's routes are.
  const url = `plugin://${streamLogs.plugin}${path}`;
  const response = await fetch(url, { ...init, signal });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  yield [];
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let last: LogLine | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split('\n');
      rest = done ? '' : lines.pop() ?? '';
      const read = lines.filter(line => line !== '' || !done).map(readLogLine);
      last = read.at(-1) ?? last;
      if (read.length > 0) yield read;
      if (done && last && isCutOff(last)) throw new LogCutOffError(last.text);
      if (done) return;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
