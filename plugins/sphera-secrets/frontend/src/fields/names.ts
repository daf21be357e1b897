import type { StandardAnswer } from '@sphera/plugin-secrets-common';

type Names = StandardAnswer['names'];

/** Whether new secrets may have a name. */
export function isAllowedName(name: string, { pattern }: Names): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(name);
}

/** What is wrong with the name of a new secret, as a sentence. */
export function nameProblem(
  name: string,
  names: Names,
  taken: ReadonlySet<string>,
): string | undefined {
  if (!name) return 'A name is missing.';
  if (!isAllowedName(name, names)) {
    return `Not to the standard: ${names.sentence}, like ${names.example}.`;
  }
  if (taken.has(name)) {
    return 'A secret of this name exists already. Choose it in the list to change it.';
  }
  return undefined;
}
