import type { KeptCreation } from '../creations/KeptCreation';

/** A creation as the table `creations` holds it. */
export interface CreationRow {
  id: string;
  name: string;
  taken_name: string | null;
  state: KeptCreation['state'];
  started_at: number | string;
  revision: number;
  creation: string;
}

/** What changes with a creation. */
export const changingColumns = (
  creation: KeptCreation,
): Pick<CreationRow, 'taken_name' | 'state' | 'creation'> => ({
  taken_name: creation.state === 'undone' ? null : creation.draft.name,
  state: creation.state,
  creation: JSON.stringify(creation),
});

/** The row of a new creation. */
export const newRow = (creation: KeptCreation): CreationRow => ({
  ...changingColumns(creation),
  id: creation.id,
  name: creation.draft.name,
  started_at: creation.startedAt,
  revision: 1,
});

/** The creation of a row. */
export const toKept = (row: CreationRow): KeptCreation =>
  JSON.parse(row.creation) as KeptCreation;
