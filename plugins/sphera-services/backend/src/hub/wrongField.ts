import { InputError } from '@backstage/errors';

/** The error for a field whose value only the hub can judge, shaped as the kernel's own. */
export function wrongField(field: string, message: string): InputError {
  return Object.assign(
    new InputError(
      `List services cannot be done like this: ${field} ${message}`,
    ),
    { details: { fields: [{ field, message }] } },
  );
}
