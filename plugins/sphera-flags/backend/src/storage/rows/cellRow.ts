import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { KeptCell } from '../Kept';
import {
  numberOf,
  present,
  type StoredBoolean,
  type StoredNumber,
} from './stored';

/** One flag in one cluster as the table `flag_cells` holds it. */
export interface CellRow {
  /** `cluster/flag` */
  id: string;
  flag: string;
  cluster: string;
  wanted_revision: StoredNumber | null;
  wanted_definition: string | null;
  wanted_fingerprint: string | null;
  wanted_change: string | null;
  wanted_at: StoredNumber | null;
  answer: 'acknowledged' | 'refused' | null;
  answer_reason: string | null;
  answer_at: StoredNumber | null;
  reported_revision: StoredNumber | null;
  reported_fingerprint: string | null;
  reported_definition: string | null;
  reported_at: StoredNumber | null;
  is_awaited: StoredBoolean;
  resends: number;
  resend_at: StoredNumber;
  /** Every wish up to this revision is answered. */
  answered_up_to: StoredNumber;
  updated_at: StoredNumber;
}

/** Key of a cell; a record's key on the topic of commands is the same. */
export const cellId = (cluster: string, flag: string) => `${cluster}/${flag}`;

/** Reads definitions: those that are written alike become one object, since most cells of a flag are alike. */
export function definitionReader() {
  const known = new Map<string, FlagDefinition>();
  return (text: string): FlagDefinition => {
    let definition = known.get(text);
    if (!definition) {
      definition = JSON.parse(text) as FlagDefinition;
      known.set(text, definition);
    }
    return definition;
  };
}

/** The cells of rows. */
export function toKeptCells(rows: CellRow[]): KeptCell[] {
  const read = definitionReader();
  return rows.map(row =>
    present({
      flag: row.flag,
      cluster: row.cluster,
      wanted: wantedOf(row, read),
      answer: answerOf(row),
      reported: reportedOf(row, read),
      resends: Number(row.resends),
      resendAt: Number(row.resend_at),
      updatedAt: Number(row.updated_at),
    }),
  );
}

function wantedOf(
  row: CellRow,
  read: (text: string) => FlagDefinition,
): KeptCell['wanted'] {
  if (row.wanted_revision === null) return undefined;
  return {
    revision: Number(row.wanted_revision),
    definition:
      row.wanted_definition === null ? null : read(row.wanted_definition),
    fingerprint: row.wanted_fingerprint,
    change: row.wanted_change!,
    at: Number(row.wanted_at),
  };
}

function answerOf(row: CellRow): KeptCell['answer'] {
  if (row.answer === null) return undefined;
  return present({
    outcome: row.answer,
    reason: row.answer_reason ?? undefined,
    at: Number(row.answer_at),
  });
}

function reportedOf(
  row: CellRow,
  read: (text: string) => FlagDefinition,
): KeptCell['reported'] {
  if (row.reported_at === null) return undefined;
  return present({
    revision: numberOf(row.reported_revision) ?? null,
    fingerprint: row.reported_fingerprint,
    definition:
      row.reported_definition === null
        ? undefined
        : read(row.reported_definition),
    at: Number(row.reported_at),
  });
}
