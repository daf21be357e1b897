import { definitionSchema } from '@sphera/plugin-flags-common';
import { fingerprintOf, type Wish } from '@sphera/plugin-flags-node';
import {
  definitionIn,
  revisionIn,
  type FlagEntry,
} from '../document/FlagEntry';
import type { FlagsDocument } from '../document/FlagsDocument';
import type { ReportOf } from './ReportBody';

type Part = ReportOf<'snapshot'>;
type SnapshotFlag = Part['flags'][number];

const FLAGS_IN_PART = 500;
/** Kafka takes 1 MB at once unless told otherwise. */
const BYTES_IN_PART = 400_000;
/** What somebody wrote by hand and is longer is told by its fingerprint alone. */
const LONGEST_DEFINITION = 100_000;
/** The portal can have made none that is longer. */
const LONGEST_KEY = 200;

const lastOf = (flags: SnapshotFlag[]) => flags[flags.length - 1].flag;

/** What is in the document, in parts that Kafka can take; each stands alone. */
export function snapshotOf(
  document: FlagsDocument,
  wishOf: (flag: string) => Wish | undefined,
): Part[] {
  const parts: SnapshotFlag[][] = [[]];
  let bytes = 0;
  for (const flag of document.names()) {
    if (flag.length > LONGEST_KEY) continue;
    const told = tell(flag, document.flags.get(flag) ?? {}, wishOf(flag));
    const size = Buffer.byteLength(JSON.stringify(told));
    const last = parts[parts.length - 1];
    if (
      last.length === FLAGS_IN_PART ||
      (last.length && bytes + size > BYTES_IN_PART)
    ) {
      parts.push([told]);
      bytes = size;
    } else {
      last.push(told);
      bytes += size;
    }
  }
  return parts.map((flags, index) => ({
    kind: 'snapshot',
    after: index ? lastOf(parts[index - 1]) : null,
    upTo: index < parts.length - 1 ? lastOf(flags) : null,
    flags,
  }));
}

function tell(
  flag: string,
  entry: FlagEntry,
  wish: Wish | undefined,
): SnapshotFlag {
  const revision = revisionIn(entry);
  const definition = definitionIn(entry);
  const fingerprint = fingerprintOf(definition) ?? '';
  const isAsWished =
    wish?.revision === revision &&
    fingerprintOf(wish.definition) === fingerprint;
  return {
    flag,
    revision,
    fingerprint,
    ...(!isAsWished && readable(definition)),
  };
}

/** Only what the message can hold. */
function readable(given: unknown): Pick<SnapshotFlag, 'definition'> {
  const { success, data } = definitionSchema.safeParse(given);
  if (!success) return {};
  const bytes = Buffer.byteLength(JSON.stringify(data));
  return bytes <= LONGEST_DEFINITION ? { definition: data } : {};
}
