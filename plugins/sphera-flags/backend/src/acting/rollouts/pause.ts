import type { KeptRollout } from '../../storage/Kept';
import type { ActingParts } from '../ActingParts';
import type { Ask } from '../carryOut';
import { changeRollout, refuseUnless } from './changeRollout';

/** Sends a roll-out no further. @throws FlagConflictError, NotFoundError */
export async function pause(
  parts: ActingParts,
  id: string,
  { by, reason }: Ask,
): Promise<KeptRollout> {
  const { title } = await parts.titles.person(by);
  return changeRollout(parts, id, async rollout => {
    refuseUnless(rollout, ['running'], 'paused');
    const sentence = `${title} paused it: ${reason}`;
    return { ...rollout, state: 'paused', sentence };
  });
}

/** Goes on; a ring that was not acknowledged is sent again. @throws FlagConflictError, NotFoundError */
export async function resume(
  parts: ActingParts,
  id: string,
  { by, reason }: Ask,
): Promise<KeptRollout> {
  const { title } = await parts.titles.person(by);
  return changeRollout(parts, id, async rollout => {
    refuseUnless(rollout, ['paused', 'stopped'], 'resumed');
    const sentence = `${title} resumed it: ${reason}`;
    const rings = rollout.rings.map(again);
    return { ...rollout, state: 'running', sentence, rings };
  });
}

function again(ring: KeptRollout['rings'][number]): typeof ring {
  const { sentAt, acknowledgedAt, name, clusters } = ring;
  if (sentAt === undefined || acknowledgedAt !== undefined) return ring;
  return {
    name,
    clusters: clusters.map(({ cluster, definition, before }) => ({
      cluster,
      definition,
      before,
    })),
  };
}
