import type { Hook } from '../hooks/Hook';

/** The webhook of an app itself. */
export interface AppHookWish {
  url: string;
  secret: string;
  events: string[];
}

/** It hears of every place where the app is installed. */
export const hookOfApp = (
  id: number,
  { url, secret, events }: AppHookWish,
  now: number,
): Hook => ({
  id,
  isActive: true,
  events,
  url,
  secret,
  contentType: 'json',
  insecureSsl: '0',
  createdAt: now,
  updatedAt: now,
  deliveries: [],
});
