import type { AgentLogger } from '../AgentLogger';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Writes one line of JSON for each message of this level or a graver one. */
export function jsonLogger(
  from: LogLevel,
  write: (line: string) => void,
  now: () => number,
): AgentLogger {
  const at = (level: LogLevel) => (message: string) => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(from)) return;
    const time = new Date(now()).toISOString();
    write(`${JSON.stringify({ time, level, message })}\n`);
  };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  };
}
