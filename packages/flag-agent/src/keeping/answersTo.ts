import { fingerprintOf } from '@sphera/plugin-flags-node';
import { definitionIn, revisionIn } from '../document/FlagEntry';
import type { FlagsDocument } from '../document/FlagsDocument';
import type { ReportOf } from '../reports/ReportBody';
import type { Settled } from './wishesToApply';

/** A wish that is to be acknowledged. */
export interface Asked {
  flag: string;
  revision: number;
}

/** What to say to the wishes now that the document is in its place; `applied`: what was written for them, by flag. */
export function answersTo(
  asked: readonly Asked[],
  document: FlagsDocument,
  settled: Settled,
  applied: ReadonlyMap<string, number>,
): ReportOf<'acknowledgement'>[] {
  return asked.map(({ flag, revision }) => {
    const entry = document.flags.get(flag);
    const holds =
      (entry && revisionIn(entry)) || (settled.get(flag) ?? revision);
    return {
      kind: 'acknowledgement',
      flag,
      revision,
      outcome: outcomeOf(revision, holds, applied.get(flag)),
      holds,
      fingerprint: entry ? fingerprintOf(definitionIn(entry)) : null,
    };
  });
}

function outcomeOf(
  revision: number,
  holds: number,
  applied: number | undefined,
) {
  if (revision < holds) return 'overtaken';
  return revision === applied ? 'applied' : 'held';
}
