import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes the log that all pods of a cluster share: some lines at once, then one
 * each second, so that whoever follows it sees it grow.
 *
 * @param {string} folder
 * @param {{ now?: () => Date, everyMilliseconds?: number }} [options]
 * @returns {Promise<{ files: { current: string, previous: string }, stop(): void }>}
 */
export async function startLogs(folder, options = {}) {
  const { now = () => new Date(), everyMilliseconds = 1_000 } = options;
  const files = {
    current: join(folder, 'current.log'),
    previous: join(folder, 'previous.log'),
  };
  const first = ['starting', 'listening on port 8080', 'ready'];
  await writeFile(files.current, lines(now(), first));
  await writeFile(
    files.previous,
    lines(now(), ['starting', 'error: cannot reach the database', 'exit 1']),
  );
  let served = 0;
  const timer = setInterval(() => {
    served += 1;
    const line = lines(now(), [`GET /orders/${served} 200`]);
    // The folder goes when the control plane ends; a late line is no loss.
    appendFile(files.current, line).catch(() => {});
  }, everyMilliseconds);
  timer.unref();
  return { files, stop: () => clearInterval(timer) };
}

/** Lines as a container runtime writes them: time, stream, F for a full line, text. */
export function lines(time, texts) {
  return texts.map(text => `${time.toISOString()} stdout F ${text}\n`).join('');
}
