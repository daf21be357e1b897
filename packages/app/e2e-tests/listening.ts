import type { Page } from '@playwright/test';

/** Within which a page hears of a change: far sooner than it would look by itself, which is each half minute. */
export const HEARD = { timeout: 10_000 };

/**
 * Notes when a page begins to listen to what a plugin tells; to be called before it is opened.
 *
 * @returns waits until it listens
 */
export function listening(page: Page, plugin: string): () => Promise<void> {
  const subscribed = new Promise<void>(resolve => {
    page.on('websocket', socket =>
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes(`"channel":"${plugin}"`)) resolve();
      }),
    );
  });
  return async () => {
    await subscribed;
    // The portal confirms nothing; but what it answers now, it was asked after that.
    await page.request.get('/.backstage/health/v1/readiness');
  };
}
