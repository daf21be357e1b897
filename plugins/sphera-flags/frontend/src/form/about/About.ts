import type { Flag } from '@sphera/plugin-flags-common';

export type Purpose = NonNullable<Flag['purpose']>;

/** What is said about a flag besides its definition. */
export interface About {
  /** Empty: none. */
  description: string;
  purpose: Purpose | undefined;
  /** Entity ref; undefined: who owns the service. */
  owner: string | undefined;
  /** `2027-03-31`; undefined: no date. */
  endsOn: string | undefined;
}

/** Nothing is said yet. */
export const nothingSaid: About = {
  description: '',
  purpose: undefined,
  owner: undefined,
  endsOn: undefined,
};

/** What is said about a flag now. */
export function aboutOf(flag: Flag): About {
  const { description = '', purpose, owner, namesOwner, endsOn } = flag;
  const ref = namesOwner ? owner?.ref : undefined;
  return { description, purpose, owner: ref, endsOn };
}

/** What a new flag is created with. */
export function aboutInput({ description, ...others }: About) {
  return { ...others, description: description.trim() || undefined };
}

/** Only what is another than before; undefined: nothing is. */
export function aboutChanges(now: About, before: About) {
  const is = saidOf(now);
  const was = saidOf(before);
  const changes = {
    ...(is.description !== was.description && { description: is.description }),
    ...(is.purpose !== was.purpose && { purpose: is.purpose }),
    ...(is.owner !== was.owner && { owner: is.owner }),
    ...(is.endsOn !== was.endsOn && { endsOn: is.endsOn }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** As `set-flag` takes it: null where nothing is said. */
export function saidOf({ description, purpose, owner, endsOn }: About) {
  return {
    description: description.trim() || null,
    purpose: purpose ?? null,
    owner: owner ?? null,
    endsOn: endsOn ?? null,
  };
}

/** What was written on what one knew, on what is known now: what one did not touch is as others have it. */
export function aboutOn(now: About, written: About, before: About): About {
  return {
    description: pick(now, written, before, 'description'),
    purpose: pick(now, written, before, 'purpose'),
    owner: pick(now, written, before, 'owner'),
    endsOn: pick(now, written, before, 'endsOn'),
  };
}

function pick<F extends keyof About>(
  now: About,
  written: About,
  before: About,
  field: F,
): About[F] {
  return (written[field] === before[field] ? now : written)[field];
}
