import type { Entity } from '@backstage/catalog-model';

/** A service as the catalog has it. */
export function serviceOf(
  name: string,
  {
    owner = 'group:default/booking',
    spec,
    ...metadata
  }: Partial<Entity['metadata']> & {
    owner?: string;
    spec?: Entity['spec'];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', ...metadata },
    spec: { type: 'microservice', lifecycle: 'production', ...spec },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** Something else that the catalog has. */
export const entityOf = (kind: 'Group' | 'Resource', name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: {},
});
