import type { RolloutStore } from '../storage/FlagStore';
import type { OwnerMessage } from './OwnerMessages';

/** That a roll-out stopped by itself; `undefined` where somebody saw to it meanwhile. */
export async function stopMessage(
  rollouts: Pick<RolloutStore, 'get'>,
  id: string,
): Promise<OwnerMessage | undefined> {
  const rollout = await rollouts.get(id);
  if (rollout?.state !== 'stopped') return undefined;
  const { flag, service, startedBy, sentence } = rollout;
  return {
    service,
    actor: startedBy,
    title: `The roll-out of ${flag} stopped by itself`,
    description: `${sentence}. Resume it, or abort it to restore what was there before`,
    link: `/flags/rollouts/${id}`,
    scope: `rollout:${id}`,
  };
}
