import type {
  Acknowledgement,
  Refusal,
  Snapshot,
} from '@sphera/plugin-flags-node';
import type { HeardAnswers } from './HeardAnswers';
import type { HeardCells } from './HeardCells';

const LONGEST_REASON = 1_000;

/** When a report is taken, and whether its agent said something later before. */
export interface Hearing {
  isOld: boolean;
  now: number;
}

/** A cluster has a wish, or a newer one. Of a cell that nobody knows nothing is noted. */
export function hearAcknowledgement(
  cells: HeardCells,
  answers: HeardAnswers,
  report: Acknowledgement,
  { isOld, now }: Hearing,
): void {
  const { flag, cluster, revision, outcome, holds, fingerprint } = report;
  const cell = cells.get(cluster, flag);
  if (cell?.wantedRevision === undefined) return;
  const { id } = cell.row;
  cell.speaksOf(holds);
  if (outcome === 'overtaken') answers.notePassedOver(id, revision);
  else answers.noteHad(id, revision);
  if (revision === cell.wantedRevision) cell.answer('acknowledged', now);
  if (isOld) return;
  cell.holds({ revision: holds, fingerprint }, now);
  if (holds >= cell.wantedRevision) cell.isThereAgain();
}

/** A cluster will not have a wish. */
export function hearRefusal(
  cells: HeardCells,
  answers: HeardAnswers,
  { flag, cluster, revision, reason }: Refusal,
  { now }: Hearing,
): void {
  const cell = cells.get(cluster, flag);
  if (cell?.wantedRevision === undefined) return;
  cell.speaksOf(revision);
  const sentence = reason.slice(0, LONGEST_REASON);
  answers.noteRefused(cell.row.id, revision, sentence);
  if (revision === cell.wantedRevision) cell.answer('refused', now, sentence);
}

/** All that a cluster has of a range of flags. */
export function hearSnapshot(
  cells: HeardCells,
  answers: HeardAnswers,
  report: Snapshot,
  { isOld, now }: Hearing,
): void {
  if (isOld) return;
  const { cluster } = report;
  const listed = new Set<string>();
  for (const { flag, ...holding } of report.flags) {
    const cell = cells.get(cluster, flag) ?? cells.addLeftOver(cluster, flag);
    const { id } = cell.row;
    listed.add(id);
    cell.speaksOf(holding.revision ?? 0);
    const heard = cell.holds(holding, now);
    const wanted = cell.wantedRevision;
    if (wanted === undefined) continue;
    const { revision } = holding;
    if (revision === wanted) {
      // Its acknowledgement may have been lost.
      answers.noteHad(id, revision);
      cell.answer('acknowledged', now);
    }
    if (revision !== null && revision >= wanted) cell.isThereAgain();
    else if (heard === 'new' && revision !== null) cell.isToBeSentAgain();
  }
  for (const cell of cells.in(cluster)) {
    const { row } = cell;
    if (!isInRange(row, report) || listed.has(row.id)) continue;
    if (row.reported_at !== null && row.reported_fingerprint === null) continue;
    const gone = { revision: null, fingerprint: null };
    const heard = cell.holds(gone, now);
    if (heard === 'new' && row.wanted_fingerprint !== null) {
      cell.isToBeSentAgain();
    }
  }
}

/** Whether a snapshot says something of a flag: keys in the order of UTF-16 code units, as JavaScript compares. */
export function isInRange(
  { cluster, flag }: { cluster: string; flag: string },
  { cluster: of, after, upTo }: Pick<Snapshot, 'cluster' | 'after' | 'upTo'>,
): boolean {
  return (
    cluster === of &&
    (after === null || flag > after) &&
    (upTo === null || flag <= upTo)
  );
}
