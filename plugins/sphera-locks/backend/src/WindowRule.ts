import type { FreezeWindow } from '@sphera/plugin-locks-common';

/** A freeze window as somebody set it: everything but its times. */
export interface WindowRule extends Omit<FreezeWindow, 'next'> {
  /** Key of the configuration that sets it; absent: the page did. */
  setIn?: string;
}
