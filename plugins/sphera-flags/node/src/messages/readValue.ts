import type { z } from 'zod/v3';
import { parseJson } from './parseJson';

const MOST_ISSUES = 3;
const LONGEST = 500;

const pathOf = (path: Array<string | number>) =>
  path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');

function sentenceOf({ issues }: z.ZodError): string {
  const told = issues.slice(0, MOST_ISSUES).map(({ path, message }) => {
    const words = message.charAt(0).toLowerCase() + message.slice(1);
    return path.length > 0 ? `${pathOf(path)}: ${words}` : words;
  });
  const rest = issues.length - told.length;
  if (rest > 0) told.push(`and ${rest} more`);
  return `its value is not as it has to be: ${told.join('; ')}`.slice(
    0,
    LONGEST,
  );
}

/** Reads the value of a record of version 1 by its schema, or says in one sentence what is wrong with it. Never throws. */
export function readValue<T extends z.ZodTypeAny>(
  text: string | null,
  schema: T,
): { value: z.output<T> } | { problem: string } {
  if (text === null) return { problem: 'it has no value' };
  const parsed = parseJson(text);
  if ('problem' in parsed) return parsed;
  const { version } = Object(parsed.value) as { version?: unknown };
  if (typeof version === 'number' && version !== 1) {
    return {
      problem: `it is of version ${version} of the messages, and only version 1 is known here`,
    };
  }
  const read = schema.safeParse(parsed.value);
  return read.success
    ? { value: read.data }
    : { problem: sentenceOf(read.error) };
}
