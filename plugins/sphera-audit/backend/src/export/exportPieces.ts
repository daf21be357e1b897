import type { StoredRecord } from '../chain/chain';
import type { ExportFormat } from './formats';

/** Records as the pieces of a file: only one batch is in memory at a time. */
export async function* exportPieces(
  batches: AsyncIterable<StoredRecord[]>,
  format: ExportFormat,
): AsyncIterable<string> {
  if (format.head) yield format.head;
  for await (const batch of batches) yield format.piece(batch);
}

/** The beginning of the file, for callers who cannot take a stream. */
export async function exportBeginning(
  batches: AsyncIterable<StoredRecord[]>,
  format: ExportFormat,
  most: number,
): Promise<{ text: string; complete: boolean }> {
  const records: StoredRecord[] = [];
  for await (const batch of batches) {
    records.push(...batch);
    if (records.length > most) break;
  }
  return {
    text: format.head + format.piece(records.slice(0, most)),
    complete: records.length <= most,
  };
}
