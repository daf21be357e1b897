import { createHmac } from 'node:crypto';
import { WEBHOOK_SECRET } from './startPortal';

/** Sends what GitHub would, signed with a secret. @param url - of the portal */
export async function sendFromGitHub(
  url: string,
  event: string,
  payload: object,
  secret: string = WEBHOOK_SECRET,
): Promise<{ status: number }> {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return fetch(`${url}/api/events/http/github`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-hub-signature-256': `sha256=${signature}`,
    },
  });
}
