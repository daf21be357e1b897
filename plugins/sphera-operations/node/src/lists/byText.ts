const { compare } = new Intl.Collator('en', {
  numeric: true,
  sensitivity: 'base',
});

/** Compares texts as people sort them: `web-9` before `web-10`, capitals or not. */
export const byText: (one: string, other: string) => number = compare;
