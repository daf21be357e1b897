import { z } from 'zod/v3';

/** `unknown`: nobody has looked yet, or could look. */
export const FACT_STATES = ['holds', 'fails', 'unknown'] as const;

const link = z.object({ title: z.string(), url: z.string() });

/** One thing that is so, or is not so, of a service; with how one can tell. */
export const factSchema = z.object({
  /** Like `main-build-passed` or `healthy-in:staging`. */
  id: z.string(),
  title: z.string(),
  state: z.enum(FACT_STATES),
  /** What was seen, in words, without full stop. */
  sentence: z.string(),
  /** Where one sees it oneself; an address, or a path of the portal. */
  link: link.optional(),
  /** When it was seen, ISO 8601; absent where nobody has looked. */
  seenAt: z.string().optional(),
  /** Where the last look failed, what is said here is older. */
  stale: z
    .object({
      /** Since when looks fail, ISO 8601. */
      since: z.string(),
      /** Why, in words, without full stop. */
      sentence: z.string(),
    })
    .optional(),
});

/** One thing that is so, or is not so, of a service. */
export type Fact = z.output<typeof factSchema>;
