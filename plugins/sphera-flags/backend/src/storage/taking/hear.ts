import type {
  Acknowledgement,
  Refusal,
  Snapshot,
} from '@sphera/plugin-flags-node';
import { cellId } from '../rows/cellRow';
import type { HeardAnswers } from './HeardAnswers';
import { HeardCell } from './HeardCell';

const LONGEST_REASON = 1_000;

/** Cells by their key, while a batch is taken. */
export type HeardCells = Map<string, HeardCell>;

/** A cluster has a wish, or a newer one. Of a cell that nobody knows nothing is noted. */
export function hearAcknowledgement(
  cells: HeardCells,
  answers: HeardAnswers,
  report: Acknowledgement,
  now: number,
): void {
  const { flag, cluster, revision, outcome, holds, fingerprint } = report;
  const cell = cells.get(cellId(cluster, flag));
  if (cell?.wantedRevision === undefined) return;
  const { id } = cell.row;
  if (outcome === 'overtaken') answers.notePassedOver(id, revision);
  else answers.noteHad(id, revision);
  if (revision === cell.wantedRevision) cell.answer('acknowledged', now);
  const heard = cell.holds({ revision: holds, fingerprint }, report, now);
  if (heard !== 'older' && holds >= cell.wantedRevision) cell.isThereAgain();
}

/** A cluster will not have a wish. */
export function hearRefusal(
  cells: HeardCells,
  answers: HeardAnswers,
  { flag, cluster, revision, reason }: Refusal,
  now: number,
): void {
  const cell = cells.get(cellId(cluster, flag));
  if (cell?.wantedRevision === undefined) return;
  const sentence = reason.slice(0, LONGEST_REASON);
  answers.noteRefused(cell.row.id, revision, sentence);
  if (revision === cell.wantedRevision) cell.answer('refused', now, sentence);
}

/** All that a cluster has of a range of flags. */
export function hearSnapshot(
  cells: HeardCells,
  answers: HeardAnswers,
  report: Snapshot,
  now: number,
): void {
  const { cluster } = report;
  const listed = new Set<string>();
  for (const { flag, ...holding } of report.flags) {
    const id = cellId(cluster, flag);
    listed.add(id);
    const cell = cells.get(id) ?? HeardCell.leftOver(cluster, flag);
    cells.set(id, cell);
    const heard = cell.holds(holding, report, now);
    const wanted = cell.wantedRevision;
    if (heard === 'older' || wanted === undefined) continue;
    const { revision } = holding;
    if (revision === wanted) {
      // Its acknowledgement may have been lost.
      answers.noteHad(id, revision);
      cell.answer('acknowledged', now);
    }
    if (revision !== null && revision >= wanted) cell.isThereAgain();
    else if (heard === 'new' && revision !== null) cell.isToBeSentAgain();
  }
  for (const cell of cells.values()) {
    const { row } = cell;
    if (!isInRange(row, report) || listed.has(row.id)) continue;
    if (row.reported_at !== null && row.reported_fingerprint === null) continue;
    const gone = { revision: null, fingerprint: null };
    const heard = cell.holds(gone, report, now);
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
