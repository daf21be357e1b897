import type { StandardAnswer } from '@sphera/plugin-secrets-common';
import { useMemo, useState } from 'react';
import { FoundEntry, ManyText } from '../../fields/many/ManyText';
import {
  entryProblems,
  NewEntry,
  toNewEntries,
} from '../../fields/many/NewEntry';

/** Many secrets in one text, as they are going to be created. */
export interface ManyEntries {
  text: string;
  setText(text: string): void;
  entries: NewEntry[];
  /** What is wrong with each entry, as a sentence, in their order. */
  problems: (string | undefined)[];
  /** Lines that could not be read. */
  unread: ManyText['problems'];
  rename(entry: NewEntry, name: string): void;
  leaveOut(entry: NewEntry): void;
  /** Whether all of it can be created as it is. */
  isReady: boolean;
}

/** Reads a text of many secrets while it is written. */
export function useManyEntries(
  read: (text: string) => ManyText,
  standard: StandardAnswer,
  taken: ReadonlySet<string>,
): ManyEntries {
  const [text, setText] = useState('');
  const [renamed, setRenamed] = useState<Record<string, string>>({});
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => read(text), [read, text]);
  const entries = useMemo(
    () =>
      toNewEntries(found.entries, standard)
        .filter(entry => !leftOut.has(keyOf(entry)))
        .map(entry => ({
          ...entry,
          name: renamed[keyOf(entry)] ?? entry.name,
        })),
    [found, standard, renamed, leftOut],
  );
  const problems = useMemo(
    () => entryProblems(entries, standard, taken),
    [entries, standard, taken],
  );
  return {
    text,
    setText,
    entries,
    problems,
    unread: found.problems,
    rename: (entry, name) => setRenamed({ ...renamed, [keyOf(entry)]: name }),
    leaveOut: entry => setLeftOut(before => new Set([...before, keyOf(entry)])),
    isReady:
      entries.length > 0 &&
      found.problems.length === 0 &&
      !problems.some(Boolean),
  };
}

// The same name may occur twice.
function keyOf({ line, key }: FoundEntry): string {
  return `${line} ${key}`;
}
