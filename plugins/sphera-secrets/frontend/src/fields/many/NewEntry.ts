import type { StandardAnswer } from '@sphera/plugin-secrets-common';
import { isAllowedName, nameProblem } from '../names';
import { valueProblem } from '../value/valueProblem';
import { FoundEntry } from './ManyText';
import { toStandardName } from './toStandardName';

/** One of many secrets that are about to be created. */
export interface NewEntry extends FoundEntry {
  /** The name that it will have. */
  name: string;
}

/** Entries with their names turned to the standard. */
export function toNewEntries(
  found: FoundEntry[],
  { names }: StandardAnswer,
): NewEntry[] {
  return found.map(entry => ({
    ...entry,
    name: toStandardName(entry.key, name => isAllowedName(name, names)),
  }));
}

/** What is wrong with each entry, as a sentence, in their order. */
export function entryProblems(
  entries: NewEntry[],
  standard: StandardAnswer,
  taken: ReadonlySet<string>,
): (string | undefined)[] {
  return entries.map(({ name, value, line }) => {
    const first = entries.find(other => other.name === name);
    if (name && first && first.line !== line) {
      return `The same name as line ${first.line}: give it another, or leave it out.`;
    }
    return (
      nameProblem(name, standard.names, taken) ?? valueProblem(value, standard)
    );
  });
}
