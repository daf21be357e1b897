import type { WayIn } from './waysIn';

/** Whether a way in goes without a window of the company's. */
export const isPasswordless = (way: WayIn) =>
  way.id === 'guest' || way.colleague !== undefined;
