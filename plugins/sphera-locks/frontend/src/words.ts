import {
  LOCKABLE_ACTIONS,
  LockableAction,
} from '@sphera/plugin-operations-common';
import { DateTime } from 'luxon';

/** What each action is to a developer. */
export const ACTION_WORDS: Record<LockableAction, string> = {
  deploy: 'deploys',
  merge: 'merges',
  rollback: 'rollbacks',
  restart: 'restarts',
  scale: 'scaling',
};

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** `deploys, merges, and rollbacks`; `every action` where nothing is left out. */
export function actionsInWords(actions: readonly LockableAction[]): string {
  if (actions.length === LOCKABLE_ACTIONS.length) return 'every action';
  const inOrder = LOCKABLE_ACTIONS.filter(action => actions.includes(action));
  return list.format(inOrder.map(action => ACTION_WORDS[action]));
}

/** Whether it holds back merges and nothing else. */
export function isMergeFreeze(lock: {
  actions: readonly LockableAction[];
}): boolean {
  return lock.actions.every(action => action === 'merge');
}

/** Upper case for the start of a sentence. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * A moment as short as it stays clear on the reader's clock: `18:00`,
 * `tomorrow, 09:00`, `Fri 27 Nov, 16:00`.
 */
export function momentInWords(time: string, now: Date): string {
  const moment = DateTime.fromISO(time, { locale: 'en' });
  const clock = moment.toFormat('HH:mm');
  const today = DateTime.fromJSDate(now);
  if (moment.hasSame(today, 'day')) return clock;
  if (moment.hasSame(today.plus({ days: 1 }), 'day')) {
    return `tomorrow, ${clock}`;
  }
  const day = moment.hasSame(today, 'year') ? 'ccc d LLL' : 'ccc d LLL yyyy';
  return `${moment.toFormat(day)}, ${clock}`;
}
