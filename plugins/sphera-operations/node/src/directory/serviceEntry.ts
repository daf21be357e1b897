import {
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { ServiceEntry } from '../ServiceDirectory';

/** Annotation that says in which environments a service is live, split at commas. */
export const ENVIRONMENTS_ANNOTATION = 'sphera.io/environments';

/** What sphera knows of an entity; `undefined` where it is no service. */
export function serviceEntry(
  entity: Entity,
  types: string[],
): ServiceEntry | undefined {
  const { kind, metadata, relations = [] } = entity;
  const spec = (entity.spec ?? {}) as Record<string, unknown>;
  const type = String(spec.type ?? '');
  if (kind.toLowerCase() !== 'component' || !types.includes(type)) {
    return undefined;
  }
  const annotations = metadata.annotations ?? {};
  const related = (relation: string) =>
    relations.filter(one => one.type === relation).map(one => one.targetRef);
  return {
    ref: stringifyEntityRef(entity),
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    purpose: metadata.description,
    owners: related(RELATION_OWNED_BY),
    type,
    system: related(RELATION_PART_OF).find(ref => ref.startsWith('system:')),
    lifecycle:
      spec.lifecycle === undefined ? undefined : String(spec.lifecycle),
    environments: (annotations[ENVIRONMENTS_ANNOTATION] ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean),
    annotations,
    tags: metadata.tags,
    links: metadata.links?.map(({ url, title, icon }) => ({
      url,
      title,
      icon,
    })),
  };
}
