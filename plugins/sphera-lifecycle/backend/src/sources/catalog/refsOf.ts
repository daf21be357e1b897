import {
  type Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';

/** Entity refs that the entry of a service names, whether they are in the catalog or not. */
export interface ServiceRefs {
  owners: string[];
  /** Of kind `Resource`. */
  resources: string[];
}

/** The owners of a service, and the resources that it depends on. */
export function refsOf({ relations = [] }: Entity): ServiceRefs {
  const targets = (relation: string) =>
    relations.filter(({ type }) => type === relation).map(one => one.targetRef);
  return {
    owners: targets(RELATION_OWNED_BY),
    resources: targets(RELATION_DEPENDS_ON).filter(
      ref => parseEntityRef(ref).kind === 'resource',
    ),
  };
}
