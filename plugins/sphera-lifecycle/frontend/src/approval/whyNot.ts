import type { Step } from '@sphera/plugin-lifecycle-common';
import type { Caller } from './useCaller';

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');

/** Why somebody may not answer a request, in a sentence; nothing where they may, or it is not known yet. */
export function whyNot(
  { approvers, asked, isYours }: NonNullable<Step['approval']>,
  caller: Caller | undefined,
): string | undefined {
  if (!caller) return undefined;
  const mine = [caller.ref, ...caller.ownership].map(lower);
  if (asked && lower(asked.by) === lower(caller.ref)) {
    return 'You asked for it yourself, so that somebody else has to answer.';
  }
  // The portal knows of groups within groups.
  return isYours ?? approvers.some(ref => mine.includes(lower(ref)))
    ? undefined
    : 'You are none of its approvers.';
}
