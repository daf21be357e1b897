import type { Entity } from '@backstage/catalog-model';

/** What an entity of the catalog is called; of a person or a group it is in `spec.profile`. */
export function entityTitle({
  metadata,
  spec,
}: Pick<Entity, 'metadata' | 'spec'>): string {
  const { profile } = (spec ?? {}) as { profile?: { displayName?: string } };
  return profile?.displayName ?? metadata.title ?? metadata.name;
}
