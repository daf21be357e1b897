import { z } from 'zod/v3';

/** The input fields of every list: how many items at most, and from where. */
export const pageFields = {
  limit: z
    .number()
    .int('must be a whole number from 1 to 200')
    .min(1, 'must be a whole number from 1 to 200')
    .max(200, 'must be a whole number from 1 to 200')
    .default(50),
  cursor: z
    .string()
    .max(200, 'must be the nextCursor of an earlier answer')
    .regex(/^[A-Za-z0-9_=-]+$/, 'must be the nextCursor of an earlier answer')
    .optional(),
};

/** The answer of every list. */
export const pageOf = <T extends z.ZodTypeAny>(item: T) =>
  z.object({
    items: z.array(item),
    /** How many there are in all, not only on this page. */
    totalItems: z.number().int(),
    /** Hand this in as `cursor` for the next page; absent on the last. */
    nextCursor: z.string().optional(),
  });
