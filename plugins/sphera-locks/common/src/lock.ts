import { LOCKABLE_ACTIONS, pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** Why a lock no longer holds: somebody took it off, or its time was up. */
export const ENDINGS = ['released', 'expired'] as const;

const person = (what: string) => z.string().describe(what);
const moment = (what: string) =>
  z.string().describe(`${what}, ISO 8601 in UTC`);

/** A standing refusal of some actions on a target. */
export const lockSchema = z.object({
  id: z.string(),
  service: z
    .string()
    .optional()
    .describe('Entity ref of the locked service; absent: all services'),
  environment: z
    .string()
    .optional()
    .describe('The locked environment; absent: all environments'),
  actions: z.array(z.enum(LOCKABLE_ACTIONS)).describe('What is held back'),
  reason: z.string(),
  placedBy: person('Who locked: entity ref of a person, or a program'),
  placedAt: moment('When it was placed'),
  expiresAt: moment('When it ends by itself').optional(),
  window: z
    .string()
    .optional()
    .describe(
      'Id of the freeze window that holds it; such a lock cannot be taken off',
    ),
  ended: z
    .object({
      how: z.enum(ENDINGS),
      at: moment('When it ended'),
      by: person('Who took it off').optional(),
      reason: z.string().optional(),
    })
    .optional()
    .describe('Absent while it holds'),
});

/** A standing refusal of some actions on a target. */
export type Lock = z.output<typeof lockSchema>;

/** A page of locks. */
export const locksPageSchema = pageOf(lockSchema);
