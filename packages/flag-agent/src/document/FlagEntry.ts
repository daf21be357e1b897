import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { Wish } from '@sphera/plugin-flags-node';

/** Where flagd's metadata of a flag says which revision of its wish it is. */
export const REVISION = 'sphera-revision';

/** One flag as flagd's file has it; whatever somebody wrote there by hand. */
export type FlagEntry = Record<string, unknown>;

/** What the file is to have for a wish. */
export function entryOf(
  { service, owner }: Wish['metadata'],
  revision: number,
  definition: FlagDefinition,
): FlagEntry {
  return {
    ...definitionIn({ ...definition }),
    metadata: {
      service,
      ...(owner !== undefined && { owner }),
      [REVISION]: revision,
    },
  };
}

/** The revision that an entry says it is; null: it does not, so somebody else wrote it. */
export function revisionIn({ metadata }: FlagEntry): number | null {
  const revision = (metadata as Record<string, unknown> | null | undefined)?.[
    REVISION
  ];
  return Number.isSafeInteger(revision) && Number(revision) > 0
    ? Number(revision)
    : null;
}

/** The part of an entry that decides what applications get, without its metadata. */
export function definitionIn(entry: FlagEntry): FlagDefinition {
  const { state, variants, defaultVariant, targeting } =
    entry as unknown as FlagDefinition;
  return {
    ...(state !== undefined && { state }),
    ...(variants !== undefined && { variants }),
    ...(defaultVariant !== undefined && { defaultVariant }),
    ...(targeting !== undefined && { targeting }),
  } as FlagDefinition;
}
