import type { Revisions } from '@sphera/plugin-operations-node';
import type { PlaceStore } from '../storage/PlaceStore';
import type { RecordStore } from '../storage/RecordStore';
import type { RecordsMemory } from './RecordsMemory';

/** A function that takes what is new in the database into memory; it answers with the revision that memory is at. */
export function readingRecords(parts: {
  memory: RecordsMemory;
  revisions: Pick<Revisions, 'latest'>;
  records: Pick<RecordStore, 'since'>;
  places: Pick<PlaceStore, 'all'>;
}): () => Promise<number> {
  const { memory, revisions, records, places } = parts;
  let known = -1;
  return async () => {
    const latest = await revisions.latest();
    if (latest === known) return latest;
    let upTo = latest;
    for await (const { rows, revision } of records.since(known)) {
      memory.take(rows);
      upTo = Math.max(upTo, revision);
    }
    memory.takeSights(await places.all());
    known = upTo;
    return upTo;
  };
}
