import type { KeptCreation } from '../creations/KeptCreation';
import type { ActingParts } from './ActingParts';

/** Whether a template has pushed the repository of a creation; publishing it again would fail. */
export async function isPublished(
  { repositories }: Pick<ActingParts, 'repositories'>,
  { id, draft }: KeptCreation,
): Promise<boolean> {
  const found = await repositories?.look(draft.name);
  return found?.creation === id;
}
