import { counted } from '@sphera/plugin-operations-node';
import type { ChangeStore } from '../storage/FlagStore';
import type { OwnerMessage } from './OwnerMessages';

/**
 * That clusters refused what is wanted of a flag; `undefined` where none does any more. Not while a roll-out is under
 * way: that stops, and says why.
 */
export async function refusalMessage(
  changes: Pick<ChangeStore, 'getFlag' | 'cellsOf'>,
  key: string,
): Promise<OwnerMessage | undefined> {
  const flag = await changes.getFlag(key);
  if (!flag || flag.rollout) return undefined;
  const cells = await changes.cellsOf(key);
  const [first, ...others] = cells.filter(
    ({ answer }) => answer?.outcome === 'refused',
  );
  if (!first) return undefined;
  const who = others.length
    ? `${first.cluster} and ${counted(others.length, 'more cluster')}`
    : first.cluster;
  return {
    service: flag.service,
    actor: flag.changedBy,
    title: `${who} refused ${key}`,
    description: `${first.cluster}: ${first.answer?.reason}`,
    link: `/flags/f/${key}`,
    scope: `flag-refused:${key}`,
  };
}
