import type { Portal } from './startPortal';

/** What an open page of the portal hears: the messages of one channel. */
export interface OpenPage {
  /** The next message, or the first that came and was not yet asked for. */
  next(): Promise<unknown>;
  close(): void;
}

/** Listens to a channel as a browser does: over the portal's WebSocket. */
export async function openPage(
  portal: Portal,
  token: string,
  channel: string,
): Promise<OpenPage> {
  const socket = await connect(portal, token);
  const messages: unknown[] = [];
  const waiting: Array<(message: unknown) => void> = [];
  socket.addEventListener('message', ({ data }) => {
    const heard = JSON.parse(String(data));
    if (heard.channel !== channel) return;
    const waiter = waiting.shift();
    if (waiter) waiter(heard.message);
    else messages.push(heard.message);
  });
  socket.send(JSON.stringify({ action: 'subscribe', channel }));
  // The backend does not confirm a subscription; but what it answers now, it was asked after that.
  await portal.fetch('/.backstage/health/v1/readiness');
  return {
    next: async () =>
      messages.length > 0
        ? messages.shift()
        : new Promise(resolve => waiting.push(resolve)),
    close: () => socket.close(),
  };
}

/**
 * The backend begins to listen for WebSockets at the first request for one, which it leaves without an answer;
 * browsers give up on that one and try again.
 */
async function connect(portal: Portal, token: string): Promise<WebSocket> {
  for (;;) {
    const socket = new WebSocket(addressOf(portal), token);
    const isOpen = await new Promise<boolean>((resolve, reject) => {
      const patience = setTimeout(() => resolve(false), 1_000);
      socket.addEventListener('open', () => {
        clearTimeout(patience);
        resolve(true);
      });
      socket.addEventListener('error', error => {
        clearTimeout(patience);
        reject(error);
      });
    });
    if (isOpen) return socket;
    socket.close();
  }
}

function addressOf(portal: Portal): string {
  return `${portal.url.replace('http', 'ws')}/api/signals`;
}
