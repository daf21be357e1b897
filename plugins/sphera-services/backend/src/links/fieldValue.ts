import { parseEntityRef } from '@backstage/catalog-model';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { LinkPlace } from './placesOf';
import { channelOf } from './channelOf';
import { repositoryOf } from './repositoryOf';
import type { LinkField } from './template/linkField';

/** What a field of an address stands for; `undefined` where a service or a place has nothing for it. */
export function fieldValue(
  field: LinkField,
  service: ServiceEntry,
  place: LinkPlace,
  fleet: Fleet,
): string | undefined {
  const { of, annotation } = field;
  if (annotation === undefined) {
    return of === 'service' ? property(field.name, service) : place[of];
  }
  const annotations =
    of === 'service'
      ? service.annotations
      : fleet[`${of}s`].find(({ name }) => name === place[of])?.annotations;
  const value =
    annotations && Object.hasOwn(annotations, annotation)
      ? annotations[annotation]
      : undefined;
  return typeof value === 'string' ? value : undefined;
}

function property(name: string, service: ServiceEntry): string | undefined {
  switch (name) {
    case 'service':
      return service.name;
    case 'namespace':
      return parseEntityRef(service.ref).namespace;
    case 'type':
      return service.type;
    case 'owner':
      return service.owners[0] && parseEntityRef(service.owners[0]).name;
    case 'system':
      return service.system && parseEntityRef(service.system).name;
    case 'repository':
      return repositoryOf(service.annotations);
    case 'channel':
      return channelOf(service.annotations);
    default:
      return undefined;
  }
}
