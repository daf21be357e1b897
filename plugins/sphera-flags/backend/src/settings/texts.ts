import { z } from 'zod/v3';

/** Any text. */
export const text = z.string().min(1, 'must not be empty');

/** An address over HTTP, without credentials. */
export const address = text
  .refine(
    written => /^https?:\/\//i.test(written) && URL.canParse(written),
    'must be an address, like https://example.com',
  )
  .refine(written => {
    if (!URL.canParse(written)) return true;
    const { username, password } = new URL(written);
    return !username && !password;
  }, 'must not hold credentials');
