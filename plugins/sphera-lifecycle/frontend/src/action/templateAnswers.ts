import type { Entity } from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** What the form of a template can begin with, by the names of the fields in the templates that come along. */
export function templateAnswers(entity: Entity): Record<string, string> {
  const [owner] = getEntityRelations(entity, 'ownedBy').map(ref =>
    stringifyEntityRef(ref),
  );
  const { name, description } = entity.metadata;
  return {
    name,
    ...(description && { purpose: description }),
    ...(owner && { owner }),
  };
}
