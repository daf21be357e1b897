import { z } from 'zod/v3';

/** How roll-outs go where nobody says otherwise. */
export const ringsSchema = z.object({
  /** In order; each cluster that flags are sent to is in exactly one. */
  rings: z.array(z.object({ name: z.string(), clusters: z.array(z.string()) })),
  /** How long a ring is watched before the next, ISO 8601 duration. */
  soak: z.string(),
});
export type Rings = z.output<typeof ringsSchema>;
