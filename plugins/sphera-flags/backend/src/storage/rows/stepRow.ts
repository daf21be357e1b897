import type { KeptStep } from '../Kept';
import { definitionReader } from './cellRow';
import {
  numberOf,
  present,
  type StoredBoolean,
  type StoredNumber,
} from './stored';

/** What one cluster was to have by a change, as the table `flag_steps` holds it. */
export interface StepRow {
  /** `cluster/flag#revision` */
  id: string;
  change: string;
  change_number: StoredNumber;
  flag: string;
  cluster: string;
  revision: StoredNumber;
  definition: string | null;
  answered_at: StoredNumber | null;
  refusal: string | null;
  is_overtaken: StoredBoolean;
}

/** Key of a step. */
export const stepId = (cell: string, revision: number) => `${cell}#${revision}`;

/** The steps of rows. */
export function toKeptSteps(rows: StepRow[]): KeptStep[] {
  const read = definitionReader();
  return rows.map(row =>
    present({
      change: row.change,
      flag: row.flag,
      cluster: row.cluster,
      revision: Number(row.revision),
      definition: row.definition === null ? null : read(row.definition),
      answeredAt: numberOf(row.answered_at),
      refusal: row.refusal ?? undefined,
      isOvertaken: Boolean(row.is_overtaken),
    }),
  );
}
