import { parseEntityRef } from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { liveIn } from '../catalog/liveIn';
import { HubRow, searchable } from './HubRow';

/** What rows are made of. */
export interface RowMaterial {
  services: readonly ServiceEntry[];
  fleet: Fleet;
  /** Titles of owners by entity ref; one that is missing goes by its name. */
  ownerTitles: ReadonlyMap<string, string>;
  /** Values of each capability by its id, then by entity ref. */
  facts: ReadonlyMap<string, ReadonlyMap<string, JsonValue>>;
}

/** The rows of the hub, one a service. */
export function buildRows(material: RowMaterial): HubRow[] {
  return material.services.map(service => buildRow(service, material));
}

function buildRow(
  service: ServiceEntry,
  { fleet, ownerTitles, facts }: RowMaterial,
): HubRow {
  const { ref, name, title, purpose, type, lifecycle, system } = service;
  const owners = service.owners.map(owner => ({
    ref: owner,
    title: ownerTitles.get(owner) ?? nameOf(owner),
  }));
  return {
    service: ref,
    name,
    title,
    purpose,
    owners,
    type,
    lifecycle,
    system,
    environments: liveIn(service, fleet),
    facts: factsOf(ref, facts),
    searchText: searchable(
      [name, title, purpose, type, system && nameOf(system)]
        .concat(owners.flatMap(owner => [owner.title, nameOf(owner.ref)]))
        .filter(Boolean)
        .join('\n'),
    ),
  };
}

function factsOf(ref: string, facts: RowMaterial['facts']) {
  const values: Record<string, JsonValue> = {};
  for (const [id, byService] of facts) {
    const value = byService.get(ref);
    if (value !== undefined) values[id] = value;
  }
  return values;
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}
