import type { Wish } from '@sphera/plugin-flags-node';
import { entryOf, revisionIn, type FlagEntry } from '../document/FlagEntry';
import type { FlagsDocument } from '../document/FlagsDocument';

/** Revisions that this run of the agent has put into the place, or found there, by flag. */
export type Settled = ReadonlyMap<string, number>;

/** The wishes that the document does not hold and is to. */
export function wishesToApply(
  document: FlagsDocument,
  wishes: Iterable<Wish>,
  settled: Settled,
  isLost: boolean,
): Wish[] {
  const isOlder = isLost || isFromBackup(document, settled);
  return [...wishes].filter(wish => {
    const entry = document.flags.get(wish.flag);
    const revision = entry && revisionIn(entry);
    if (revision) return revision < wish.revision;
    // Not there, or without a revision: somebody's own doing, if the wish was there before.
    const isByHand = (settled.get(wish.flag) ?? 0) >= wish.revision;
    if (isByHand && !isOlder) return false;
    return wish.definition !== null || entry !== undefined;
  });
}

/** The entries with which a document holds these wishes. */
export function changesFor(wishes: Wish[]): Map<string, FlagEntry | undefined> {
  return new Map(
    wishes.map(({ flag, definition, metadata, revision }) => [
      flag,
      definition ? entryOf(metadata, revision, definition) : undefined,
    ]),
  );
}

/** Whether it has a revision that had been left behind: nobody edits that by hand. */
function isFromBackup(document: FlagsDocument, settled: Settled): boolean {
  for (const [flag, entry] of document.flags) {
    const revision = revisionIn(entry);
    if (revision && revision < (settled.get(flag) ?? 0)) return true;
  }
  return false;
}
