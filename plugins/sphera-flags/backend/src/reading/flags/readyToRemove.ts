import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { DateTime } from 'luxon';
import { isForEverybody, valueOf } from '../cells/values';
import type { FlagSight } from '../memory/FlagSight';

/** By when it is asked, and after how long a flag is ready. Milliseconds. */
interface Question {
  now: number;
  readyAfterMs: number;
}

/** Why a flag is ready to remove: the day that it is about, and the words before it. */
interface Reason {
  words: string;
  day: number;
}

const DAY_MS = 86_400_000;

/** Why a flag can be removed from the code, in one sentence; `undefined` where it cannot. */
export function readyToRemove(
  sight: FlagSight,
  question: Question,
): string | undefined {
  const reason = reasonOf(sight, question);
  return reason && `${reason.words} ${dayOf(reason.day, question.now)}`;
}

/** The same without the words: for counting. */
export const isReadyToRemove = (
  sight: FlagSight,
  question: Question,
): boolean => reasonOf(sight, question) !== undefined;

/** A switch for operations and a permission are to stay, unless they have an end. */
function reasonOf(
  { kept, cells }: FlagSight,
  { now, readyAfterMs }: Question,
): Reason | undefined {
  if (!kept || kept.retiredAt !== undefined) return undefined;
  const { endsOn, purpose } = kept;
  if (endsOn !== undefined) {
    const day = Date.parse(`${endsOn}T00:00:00Z`);
    if (now >= day + DAY_MS) return { words: 'Was to be gone by', day };
  }
  if (purpose === 'operations' || purpose === 'permission') return undefined;
  const standing = standingOf(cells);
  if (!standing || now - standing.since <= readyAfterMs) return undefined;
  const { isUnchanged, sole, since: day } = standing;
  if (isUnchanged) return { words: 'Never changed since', day };
  if (!sole || valueOf(sole).isOn === false) return undefined;
  const { isOn, text } = valueOf(sole);
  const what = isOn ? 'On everywhere' : `${text} for everybody everywhere`;
  return { words: `${what} since`, day };
}

/** How a flag has stood in the clusters that have it; `undefined`: none has. One pass, since pages ask it of every flag. */
function standingOf(cells: FlagSight['cells']) {
  let first: FlagDefinition | undefined;
  let isSole = true;
  let isUnchanged = true;
  let since = 0;
  for (const cell of cells) {
    const wanted = cell?.wanted;
    if (!wanted?.definition) continue;
    first ??= wanted.definition;
    isSole &&= isAlike(wanted.definition, first);
    isUnchanged &&= wanted.revision === 1;
    since = Math.max(since, wanted.at);
  }
  if (!first) return undefined;
  // What everybody gets everywhere; absent where it depends.
  const sole = isSole && isForEverybody(first) ? first : undefined;
  return { sole, isUnchanged, since };
}

/** Whether both come to the same for everybody; most are the very same. */
function isAlike(one: FlagDefinition, other: FlagDefinition): boolean {
  return (
    one === other ||
    (isForEverybody(one) && valueOf(one).text === valueOf(other).text)
  );
}

/** `3 May`, with its year where that is another one. */
function dayOf(at: number, now: number): string {
  const day = DateTime.fromMillis(at, { zone: 'utc', locale: 'en-GB' });
  const isThisYear = day.year === DateTime.fromMillis(now).toUTC().year;
  return day.toFormat(isThisYear ? 'd LLLL' : 'd LLLL yyyy');
}
