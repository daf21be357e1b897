import { NotFoundError } from '@backstage/errors';
import type { BoundsStore } from '../storage/BoundsStore';
import type { BoundsOverride } from './BoundsOverride';

/** Bounds that were set through the portal. @throws NotFoundError */
export async function keptBounds(
  store: BoundsStore,
  id: string,
): Promise<BoundsOverride> {
  const override = await store.get(id);
  if (!override) {
    throw new NotFoundError(
      `No bounds with the id ${id} were set through the portal`,
    );
  }
  return override;
}
