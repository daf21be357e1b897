/** A field of a body that is text; `undefined` where it is not there, or empty. */
export function textOf(
  body: Record<string, unknown>,
  field: string,
): string | undefined {
  const value = body[field];
  return typeof value === 'string' && value ? value : undefined;
}
