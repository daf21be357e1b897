/** What can be wrong with the pipelines, and what is seen of it. */
export const CI_FAULTS = {
  none: 'they build, test and publish',
  fails: 'the first job of each run fails',
  waits: 'no job begins',
} as const;

export type CiFault = keyof typeof CI_FAULTS;
