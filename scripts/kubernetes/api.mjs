import { request } from 'node:https';

/**
 * Asks an API server.
 *
 * @param {import('./kubeconfig.mjs').Access} access
 * @param {string} path such as "/api/v1/nodes"
 * @param {{ method?: string, body?: object }} [options]
 * @returns {Promise<{ status: number, text: string }>}
 * @throws the socket's error if it does not answer
 */
export async function askApi({ url, ca, token }, path, options = {}) {
  const { method = 'GET', body } = options;
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), {
      method,
      ca,
      agent: false,
      timeout: 5_000,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
    });
    sent.once('error', reject);
    sent.once('timeout', () => sent.destroy(new Error('timed out')));
    sent.once('response', answer => {
      const chunks = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({
          status: answer.statusCode,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.end(body && JSON.stringify(body));
  });
}
