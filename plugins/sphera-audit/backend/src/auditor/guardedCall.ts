import type { AuditorEvent } from '@backstage/backend-defaults/auditor';
import type { JsonObject } from '@backstage/types';
import { DOORS } from '@sphera/plugin-audit-common';
import { z } from 'zod/v3';

const place = z.string().max(255).optional();

/** What the kernel of sphera says about a call, under `meta.sphera`. */
const guardedCallSchema = z.object({
  id: z.string().max(64),
  operation: z.string().max(200),
  actor: z.string(),
  kind: z.enum(['user', 'service']),
  door: z.enum(DOORS),
  service: place,
  environment: place,
  region: place,
  cluster: place,
  reason: z.string().optional(),
  input: z.record(z.unknown()).optional(),
  outcome: z.literal('refused').optional(),
  error: z.object({ name: z.string(), message: z.string() }).optional(),
});

/** A call of a sphera operation, as its kernel tells it. */
export type GuardedCall = z.output<typeof guardedCallSchema>;

/** The call behind an event, and the rest of its meta; `undefined` for events of stock plugins. */
export function guardedCallOf(
  event: AuditorEvent,
): { call: GuardedCall; more: JsonObject } | undefined {
  const { sphera, ...more } = event.meta ?? {};
  const parsed = guardedCallSchema.safeParse(sphera);
  if (!parsed.success) return undefined;
  // An event can only speak for the plugin that it comes from.
  if (!parsed.data.operation.startsWith(`${event.plugin}:`)) return undefined;
  return { call: parsed.data, more };
}
