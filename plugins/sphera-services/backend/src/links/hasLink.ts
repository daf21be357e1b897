import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { LinkFilter } from './settings/LinkSettings';

/** Whether a service is one of those that have a link. */
export function hasLink(service: ServiceEntry, filter: LinkFilter): boolean {
  const { ref, owners, system, type, lifecycle, tags, annotations } = service;
  return (
    some(filter.service, [ref]) &&
    some(filter.team, owners) &&
    some(filter.system, [system]) &&
    some(filter.type, [type]) &&
    some(filter.lifecycle, [lifecycle]) &&
    some(filter.tag, tags ?? []) &&
    (filter.annotation ?? []).every(name => Object.hasOwn(annotations, name))
  );
}

function some(
  wanted: string[] | undefined,
  given: ReadonlyArray<string | undefined>,
): boolean {
  return (
    !wanted || given.some(one => one !== undefined && wanted.includes(one))
  );
}
