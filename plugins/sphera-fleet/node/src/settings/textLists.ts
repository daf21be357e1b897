import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v3';

const EXAMPLE: Record<string, string> = {
  component: 'payments',
  group: 'billing',
  system: 'checkout',
};
const REF = /^[a-z]+:[a-z0-9._-]+\/[a-z0-9._-]+$/;
const text = z.string().min(1, 'must not be empty');
const NOTHING = 'must name at least one, or be left out';

/** One text or several; comes out as a list. */
export const texts = z
  .union([text, z.array(text).min(1, NOTHING)], {
    errorMap: () => ({ message: 'must be a name or a list of names' }),
  })
  .transform(one => (Array.isArray(one) ? one : [one]));

/** One entity or several, by name or ref; come out as canonical refs. */
export function entityRefs(kind: string) {
  return texts.transform((names, context) =>
    names.map(name => {
      const ref = canonical(name, kind);
      if (ref && REF.test(ref) && ref.startsWith(`${kind}:`)) return ref;
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: `"${name}" must be the name or ref of a ${kind}, like ${kind}:default/${EXAMPLE[kind]}`,
      });
      return z.NEVER;
    }),
  );
}

function canonical(name: string, kind: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(name, { defaultKind: kind }));
  } catch {
    return undefined;
  }
}
