import type { StandardAnswer } from '@sphera/plugin-secrets-common';

/** What is wrong with a text as a value, as a sentence that never quotes it. */
export function valueProblem(
  value: string,
  { longestValue }: Pick<StandardAnswer, 'longestValue'>,
): string | undefined {
  if (!value) return 'The value is missing.';
  const bytes = new TextEncoder().encode(value).length;
  if (bytes <= longestValue) return undefined;
  return `Too long: ${number(bytes)} bytes. At most ${number(
    longestValue,
  )} are allowed.`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
