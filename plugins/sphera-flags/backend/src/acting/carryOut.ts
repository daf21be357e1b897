import type { FlagChange } from '@sphera/plugin-flags-common';
import type { Conflict, NewChange } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import { conflictError } from './conflictError';

/** What somebody asked for, and who. */
export interface Ask {
  reason: string;
  /** Entity ref of a person, or subject of a program's token. */
  by: string;
}

/** What an operation that changes flags answers. */
export interface Accepted {
  changes: FlagChange[];
}

/** How often a decision may be overtaken by somebody else's change before it is written. */
const TRIES = 5;

/** Conflicts with somebody who was faster: as things stand then, it may well be right. */
const OVERTAKEN: ReadonlyArray<Conflict['kind']> = [
  'seen',
  'about',
  'version',
  'rollout',
];

/**
 * Decides and writes, and decides anew where somebody else was faster; wakes whoever sends.
 * @param decide - changes as things stand; none: everything is so already
 * @param lookAgain - before things are looked at anew
 * @throws FlagConflictError, NotFoundError; what `decide` throws
 */
export async function carryOut(
  parts: Pick<ActingParts, 'stores' | 'titles' | 'answers' | 'wake'>,
  decide: () => Promise<NewChange[]>,
  lookAgain = () => {},
): Promise<Accepted> {
  for (let tries = 1; ; tries++) {
    const changes = await decide();
    if (changes.length === 0) return { changes: [] };
    const written = await parts.stores.changes.write(changes);
    if (Array.isArray(written)) {
      parts.wake();
      const kept = changes.map(({ change }) => change);
      return { changes: await parts.answers.accepted(kept, written) };
    }
    if (!OVERTAKEN.includes(written.kind) || tries === TRIES) {
      throw await conflictError(parts, changes[0].flag.flag, written);
    }
    lookAgain();
  }
}
