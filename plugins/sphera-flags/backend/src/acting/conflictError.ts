import { FlagConflictError } from '../errors';
import type { Conflict } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import { noSuchFlag } from './findFlag';
import { ABOUT_WORDS } from './words/aboutWords';

/** The error that says why a flag could not be changed, and what would be right. */
export async function conflictError(
  parts: Pick<ActingParts, 'stores' | 'titles'>,
  flag: string,
  conflict: Conflict,
): Promise<Error> {
  switch (conflict.kind) {
    case 'unknown':
      return noSuchFlag(flag);
    case 'exists': {
      const { service, retiredAt } = conflict.flag;
      const what = retiredAt === undefined ? 'a flag' : 'a retired flag';
      return new FlagConflictError(
        `There is ${what} ${flag} already, of ${service}: keys are never used again, so choose another one`,
      );
    }
    case 'retired':
      return new FlagConflictError(
        `${flag} is retired: put it back from its history first`,
      );
    case 'rollout':
      return rolloutInTheWay(flag, conflict.rollout);
    case 'seen':
      return seenError(parts, flag, conflict);
    case 'about':
      return new FlagConflictError(
        `The ${
          ABOUT_WORDS[conflict.field]
        } of ${flag} was changed since you looked: it is ${
          conflict.value ?? 'none'
        } now. Look again`,
      );
    default:
      return new FlagConflictError(
        `The roll-out of ${flag} was changed by somebody else in this moment: look again`,
      );
  }
}

/** A roll-out holds other changes of its flag back. */
export function rolloutInTheWay(
  flag: string,
  rollout: string,
): FlagConflictError {
  return new FlagConflictError(
    `A roll-out of ${flag} is under way: wait for its end, or abort it (roll-out ${rollout})`,
    { rollout },
  );
}

async function seenError(
  { stores, titles }: Pick<ActingParts, 'stores' | 'titles'>,
  flag: string,
  { cluster, revision, change }: Extract<Conflict, { kind: 'seen' }>,
): Promise<FlagConflictError> {
  const made = change && (await stores.changes.getChange(change));
  const who = made ? (await titles.person(made.by)).title : 'Somebody';
  const when = made ? ` at ${new Date(made.at).toISOString()}` : '';
  return new FlagConflictError(
    `${who} changed ${flag} in ${cluster}${when}, since you looked: it is at revision ${revision} there now. Look again`,
    { cluster },
  );
}
