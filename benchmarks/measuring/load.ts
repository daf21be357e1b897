import autocannon from 'autocannon';
import type { Portal } from './Portal';

const SECONDS = 1;
const CONNECTIONS = 10;

/** What a second of load was answered with. */
export interface Answered {
  /** Requests a second. */
  perSecond: number;
  /** Half of the answers came sooner than this, in milliseconds. */
  medianMs: number;
}

/** A question to ask; a bare path is a GET. */
export type Question = string | { method: 'POST'; path: string; body: object };

/**
 * Ten clients, in a thread of their own, ask questions one after another for a second.
 * @throws Error where an answer is no success
 */
export async function load(
  portal: Portal,
  questions: Question[],
): Promise<Answered> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url: portal.address,
    connections: CONNECTIONS,
    duration: SECONDS,
    workers: 1,
    headers: portal.headers,
    requests: questions.map(question =>
      typeof question === 'string'
        ? { method: 'GET' as const, path: question }
        : {
            ...question,
            headers: { ...portal.headers, 'content-type': 'application/json' },
            body: JSON.stringify(question.body),
          },
    ),
  });
  if (non2xx > 0 || errors > 0) {
    throw new Error(`${non2xx + errors} requests failed`);
  }
  return { perSecond: requests.total / SECONDS, medianMs: latency.p50 };
}
