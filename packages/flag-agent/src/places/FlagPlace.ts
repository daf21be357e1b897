import type { Running } from '@sphera/plugin-flags-node';

/** What is in a place, and which state of it that is. */
export interface Kept {
  text: string;
  version: string;
}

/**
 * Where flags are kept for flagd: one text, replaced as a whole.
 * Every method throws {@link PlaceError} where it cannot.
 */
export interface FlagPlace {
  /** As sentences call it: `the file /flags/flags.json`. */
  readonly name: string;
  /** How many bytes it can hold; absent: it tells when it is full. */
  readonly maxBytes?: number;
  /** `undefined`: there is nothing. */
  read(): Promise<Kept | undefined>;
  /**
   * Puts the text in the place of what was read: wholly or not at all, whatever happens meanwhile.
   * @throws PlaceChangedError where something else is there by now
   */
  write(text: string, over: Kept | undefined): Promise<Kept>;
  /** Keeps a text that is of no use beside the place; answers how it is called there. */
  setAside(text: string, at: Date): Promise<string>;
  /** Calls whenever somebody may have changed what is there. */
  watch(onChange: () => void): Running;
}

/** The place could not be read or written; the message is a sentence for people, without secrets. */
export class PlaceError extends Error {
  name = 'PlaceError';
}

/** Somebody else changed what is there. */
export class PlaceChangedError extends PlaceError {
  name = 'PlaceChangedError';
}

/** As a name may end: `broken-2026-11-24T12-00-00Z`. */
export function brokenSuffix(at: Date): string {
  return `broken-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}
