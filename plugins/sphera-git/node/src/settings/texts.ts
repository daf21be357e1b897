import { z } from 'zod/v3';

/** Any text. */
export const text = z.string().min(1, 'must not be empty');

/** A text that git takes as part of a line. */
export const line = text.regex(
  /^[^<>\p{Cc}]+$/u,
  'must be one line without < and >',
);

/** An address over HTTP, without credentials: those have keys of their own. */
export const address = text
  .refine(
    written => isHttp(written),
    'must be an address, like https://example.com',
  )
  .refine(
    written => !isHttp(written) || !hasCredentials(written),
    'must not hold credentials',
  );

/** For HTTP. */
export const credentials = z
  .object({ username: text, password: text })
  .strict();

/** A link with a field that is replaced. */
export function linkWith(field: string) {
  return address.refine(
    written => written.includes(`{${field}}`),
    `must contain {${field}}`,
  );
}

function isHttp(written: string): boolean {
  return /^https?:\/\//i.test(written) && URL.canParse(written);
}

function hasCredentials(written: string): boolean {
  const { username, password } = new URL(written);
  return Boolean(username || password);
}
