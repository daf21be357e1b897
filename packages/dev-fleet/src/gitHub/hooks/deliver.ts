import { createHmac } from 'node:crypto';
import type { Hook } from './Hook';

/** How long a receiver has to answer, in milliseconds. */
const PATIENCE = 10_000;

/** What came of sending. */
export interface Sent {
  status: string;
  /** 0: there was no answer. */
  statusCode: number;
  request: { headers: Record<string, string> };
  response: { headers: Record<string, string>; payload: string };
}

/** Sends an event to a hook as GitHub does: signed over the bytes that are sent. */
export async function deliver(
  hook: Hook,
  about: { event: string; guid: string; payload: object },
): Promise<Sent> {
  const { event, guid, payload } = about;
  const json = JSON.stringify(payload);
  const isForm = hook.contentType === 'form';
  const body = isForm ? String(new URLSearchParams({ payload: json })) : json;
  const signed = (algorithm: 'sha1' | 'sha256', secret: string) =>
    `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
  const headers: Record<string, string> = {
    accept: '*/*',
    'content-type': isForm
      ? 'application/x-www-form-urlencoded'
      : 'application/json',
    'user-agent': 'GitHub-Hookshot/0000000',
    'x-github-event': event,
    'x-github-delivery': guid,
    'x-github-hook-id': String(hook.id),
    ...(hook.secret && {
      'x-hub-signature': signed('sha1', hook.secret),
      'x-hub-signature-256': signed('sha256', hook.secret),
    }),
  };
  try {
    const response = await fetch(hook.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return {
      status: response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`,
      statusCode: response.status,
      request: { headers },
      response: {
        headers: Object.fromEntries(response.headers),
        payload: await response.text(),
      },
    };
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    return {
      status: isLate ? 'timed out' : 'failed to connect to host',
      statusCode: 0,
      request: { headers },
      response: { headers: {}, payload: '' },
    };
  }
}
