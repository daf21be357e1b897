/** What is wrong with what is written so far: a sentence by the place in the form. */
export type Problems = Record<string, string>;

/** What a field of Backstage UI needs to show such a sentence. */
export function shownAt(problems: Problems, at: string) {
  return {
    validationBehavior: 'aria' as const,
    validate: () => problems[at] ?? true,
  };
}
