import type { SecretRow } from '@sphera/plugin-secrets-common';

/** What is said about a secret besides its value. */
export interface About {
  /** Empty: none. */
  description: string;
  /** ISO 8601; undefined: no date. */
  rotateBy: string | undefined;
  differsByRegion: boolean;
}

/** Nothing is said about a secret yet. */
export const nothingSaid: About = {
  description: '',
  rotateBy: undefined,
  differsByRegion: false,
};

/** What is said about a secret now. */
export function aboutOf({
  description = '',
  cells,
  differsByRegion,
}: SecretRow): About {
  const rotateBy = cells.find(cell => cell.rotateBy)?.rotateBy;
  return { description, rotateBy, differsByRegion };
}

/** What a new secret is created with. */
export function aboutInput(about: About) {
  return {
    description: about.description.trim() || undefined,
    rotateBy: about.rotateBy,
    differsByRegion: about.differsByRegion || undefined,
  };
}

/** Only what is another than before: what nobody touched is not sent. */
export function aboutChanges(now: About, before: About) {
  const description = now.description.trim();
  return {
    ...(description !== before.description && { description }),
    ...(now.rotateBy !== before.rotateBy && { rotateBy: now.rotateBy ?? null }),
    ...(now.differsByRegion !== before.differsByRegion && {
      differsByRegion: now.differsByRegion,
    }),
  };
}
