import type { KeptFlag } from './Kept';

/** What a flag is about; none of it reaches a cluster. */
export const ABOUT_FIELDS = [
  'description',
  'purpose',
  'owner',
  'endsOn',
] as const satisfies ReadonlyArray<keyof KeptFlag>;
export type AboutField = (typeof ABOUT_FIELDS)[number];

/** Which of it is another thing after than before. */
export const aboutChanged = (
  before: Pick<KeptFlag, AboutField>,
  after: Pick<KeptFlag, AboutField>,
): AboutField[] => ABOUT_FIELDS.filter(field => before[field] !== after[field]);
