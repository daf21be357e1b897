import type { ServiceRow, StaleFacts } from '@sphera/plugin-services-common';

/** A row with what it takes to find it. */
export interface HubRow extends ServiceRow {
  /** Everything that a search looks at, folded by `searchable`. */
  searchText: string;
}

/** The whole table at one moment. Never changed: a newer table takes its place. */
export interface HubTable {
  rows: readonly HubRow[];
  staleFacts: StaleFacts[];
}

/** Text as the search compares it: no capitals, no accents. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('en-US');
}
