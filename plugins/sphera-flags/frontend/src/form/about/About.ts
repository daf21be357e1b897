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
  const { description = '', purpose, owner, endsOn } = flag;
  return { description, purpose, owner: owner?.ref, endsOn };
}

/** What a new flag is created with. */
export function aboutInput({ description, ...others }: About) {
  return { ...others, description: description.trim() || undefined };
}

/** Only what is another than before; undefined: nothing is. */
export function aboutChanges(now: About, before: About) {
  const description = now.description.trim();
  const changes = {
    ...(description !== before.description && { description }),
    ...(now.purpose !== before.purpose && { purpose: now.purpose }),
    ...(now.owner !== before.owner && { owner: now.owner }),
    ...(now.endsOn !== before.endsOn && { endsOn: now.endsOn ?? null }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}
