import type { setFlag } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import { ABOUT_FIELDS } from '../storage/aboutFields';
import type { Conflict } from '../storage/FlagStore';
import type { KeptFlag } from '../storage/Kept';

type Input = InputOf<typeof setFlag>;

/** A flag with what it is to be about from now on; null takes something away, what is left out stays. */
export function aboutAfter(flag: KeptFlag, about: Input['about']): KeptFlag {
  const given = Object.entries(about ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => [field, value ?? undefined]);
  return { ...flag, ...Object.fromEntries(given) };
}

/** Where something that is to change is another by now than the caller knows of. */
export function conflictOfAbout(
  flag: KeptFlag,
  { about = {}, seenAbout = {} }: Pick<Input, 'about' | 'seenAbout'>,
): Conflict | undefined {
  const field = ABOUT_FIELDS.find(
    one =>
      about[one] !== undefined &&
      seenAbout[one] !== undefined &&
      seenAbout[one] !== (flag[one] ?? null),
  );
  return field && { kind: 'about', field, value: flag[field] };
}
