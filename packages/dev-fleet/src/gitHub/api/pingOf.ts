import type { Hook } from '../hooks/Hook';
import { hookBody } from './hookBody';

/** What a hook hears first of all. */
export const pingOf = (hook: Hook, url: string) => ({
  event: 'ping',
  payload: {
    zen: 'Practicality beats purity.',
    hook_id: hook.id,
    hook: hookBody(hook, url),
  },
});
