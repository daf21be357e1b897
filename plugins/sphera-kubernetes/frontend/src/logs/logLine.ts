import { LOG_CUT_OFF, LOG_NOTICE } from '@sphera/plugin-kubernetes-common';

/** One line of a container's log. */
export interface LogLine {
  /** When it was written, ISO 8601 in UTC, as Kubernetes has it; empty: unknown. */
  at: string;
  text: string;
  /** Absent: nothing in it says that something is wrong. */
  level?: 'error' | 'warning';
}

// How Kubernetes begins a line where timestamps are asked for (RFC 3339 with nanoseconds).
const TIMED =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) ?/;

// Where the usual loggers have the level: bare in capitals, `level=`, or JSON. Further in, it is prose.
const HEAD_CHARACTERS = 200;
const ERROR =
  /\b(?:ERROR|FATAL|PANIC|SEVERE)\b|\blevel"?[=:]\s?"?(?:error|fatal|panic)/;
const WARNING = /\bWARN(?:ING)?\b|\blevel"?[=:]\s?"?warn/;

/** A line as it comes over the wire: its time, a space, its text. */
export function readLogLine(raw: string): LogLine {
  const at = TIMED.exec(raw)?.[1] ?? '';
  const text = (at ? raw.slice(at.length + 1) : raw).replace(/\r$/, '');
  const level = levelOf(text.slice(0, HEAD_CHARACTERS));
  return level ? { at, text, level } : { at, text };
}

function levelOf(head: string): LogLine['level'] {
  if (ERROR.test(head)) return 'error';
  return WARNING.test(head) ? 'warning' : undefined;
}

/** Its time so that later times sort after earlier ones, however many digits they have. */
export function sortableTime(at: string): string {
  return at.replace(
    /(?:\.(\d+))?Z$/,
    (_, digits: string = '') => `.${digits.padEnd(9, '0')}Z`,
  );
}

/** Whether a line is the portal's own: its time is that of another clock. */
export function isNotice({ text }: LogLine): boolean {
  return text.startsWith(LOG_NOTICE);
}

/** Whether a line says that the cluster stopped sending: opening the log again may help. */
export function isCutOff({ text }: LogLine): boolean {
  return text.startsWith(LOG_CUT_OFF);
}
