import type { NewChange, NewWish } from '../FlagStore';
import { type CellRow, cellId } from '../rows/cellRow';
import type { WrittenDefinition } from './writtenDefinitions';

/** The columns that a wish writes. */
export type WishedRow = Omit<
  CellRow,
  | 'reported_revision'
  | 'reported_fingerprint'
  | 'reported_at'
  | 'answered_up_to'
>;

/** The cell as a wish leaves it: a revision above all that was wanted or reported there, and no answer yet. */
export function newCell(
  { change, flag: { flag } }: NewChange,
  { cluster }: Pick<NewWish, 'cluster'>,
  { text, fingerprint }: WrittenDefinition,
  before: CellRow | undefined,
): WishedRow & { wanted_revision: number } {
  return {
    id: cellId(cluster, flag),
    flag,
    cluster,
    wanted_revision: 1 + highestRevision(before),
    wanted_definition: text,
    wanted_fingerprint: fingerprint,
    wanted_change: change.id,
    wanted_at: change.at,
    answer: null,
    answer_reason: null,
    answer_at: null,
    reported_definition: stillThere(before),
    is_awaited: true,
    resends: 0,
    resend_at: change.at,
    updated_at: change.at,
  };
}

function highestRevision(before: CellRow | undefined): number {
  return Math.max(
    Number(before?.wanted_revision ?? 0),
    Number(before?.reported_revision ?? 0),
  );
}

/** What the cluster has until it follows, where that is known. */
function stillThere(before: CellRow | undefined): string | null {
  const wasInStep =
    before?.reported_at !== null &&
    before?.reported_fingerprint === before?.wanted_fingerprint;
  return (
    (wasInStep ? before?.wanted_definition : before?.reported_definition) ??
    null
  );
}
