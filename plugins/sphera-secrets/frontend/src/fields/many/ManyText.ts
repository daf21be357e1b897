/** One name with its value, as a text that holds many has it. */
export interface FoundEntry {
  /** As the text writes it: `DATABASE_PASSWORD`. */
  key: string;
  value: string;
  /** Counted from 1. */
  line: number;
  /** What one should know about how it was read, as a sentence. */
  note?: string;
}

/** What was read from a text that holds many secrets. */
export interface ManyText {
  entries: FoundEntry[];
  /** What could not be read. The sentences never quote the text: it holds values. */
  problems: { line: number; message: string }[];
}

/** The line that a position in a text is on, counted from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
