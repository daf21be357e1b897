import type { AboutChange } from '../Change';

/** What a call says about a secret besides its value. */
export function aboutAsked(input: {
  description?: string;
  rotateBy?: string | null;
  differsByRegion?: boolean;
}): AboutChange {
  const { description, rotateBy, differsByRegion } = input;
  return {
    ...(description !== undefined && { description }),
    ...(rotateBy !== undefined && {
      rotateBy: rotateBy === null ? null : Date.parse(rotateBy),
    }),
    ...(differsByRegion !== undefined && { differsByRegion }),
  };
}
