import { placeName } from '@sphera/plugin-secrets-common';
import type { SecretRecord } from '../../records/SecretRecord';
import type { SeenPlace } from './Assessment';

/** The records of one name, by place. */
export interface Slots {
  /** One for each place, in their order. */
  records: Array<SecretRecord | undefined>;
  /** Others of the same name in the same places: their tags claim it. */
  others: SecretRecord[];
}

/** Sorts records by name, then into the places. Of several in one place, the one whose full name is to the standard counts. */
export function slotsByName(
  records: readonly SecretRecord[],
  places: readonly SeenPlace[],
): Map<string, Slots> {
  const indexes = new Map(
    places.map((place, index) => [placeName(place), index]),
  );
  const names = new Map<string, Slots>();
  for (const record of records) {
    const index = indexes.get(placeName(record.place));
    if (index === undefined) continue;
    let slots = names.get(record.name);
    if (!slots) {
      slots = { records: new Array(places.length).fill(undefined), others: [] };
      names.set(record.name, slots);
    }
    const there = slots.records[index];
    if (!there) slots.records[index] = record;
    else if (record.name === record.fullName) slots.others.push(record);
    else {
      slots.others.push(there);
      slots.records[index] = record;
    }
  }
  return names;
}
