import {
  actionsField,
  defineOperation,
  durationField,
  environmentField,
  idField,
  LOCKABLE_ACTIONS,
  pageFields,
  reasonField,
  serviceField,
  timestampField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { lockSchema, locksPageSchema } from './lock';
import {
  occurrencesSchema,
  windowFields,
  windowSchema,
  windowsPageSchema,
} from './window';

const plugin = 'sphera-locks';
const until = {
  expiresAt: timestampField.optional().describe('When it ends by itself'),
  expiresIn: durationField
    .optional()
    .describe('Or how long from now, ISO 8601, like PT2H'),
};
const where = {
  service: serviceField.optional().describe('Absent: all services'),
  environment: environmentField.optional().describe('Absent: all environments'),
};
const place = (input: { service?: string; environment?: string }) => ({
  service: input.service,
  environment: input.environment,
});

/** Which locks hold now, or held once. */
export const listLocks = defineOperation({
  plugin,
  name: 'list-locks',
  title: 'List locks',
  description:
    'Lists locks, the newest first: those that hold now (state "active"), those that ended ("ended"), or both ("all"). With a service, also the locks on all services that cover it.',
  effect: 'read',
  input: z.object({
    ...where,
    state: z.enum(['active', 'ended', 'all']).default('active'),
    ...pageFields,
  }),
  output: locksPageSchema,
  target: place,
});

/** Holds actions back on a target until somebody unlocks or time is up. */
export const lock = defineOperation({
  plugin,
  name: 'lock',
  title: 'Lock',
  description:
    'Locks one service, or all of them, so that nothing deploys by accident (or merges, rolls back, restarts, scales: see actions). Locks stack: each is released by itself.',
  effect: 'write',
  input: z.object({
    ...where,
    actions: actionsField
      .default(['deploy'])
      .describe('What to hold back; only deploys where absent'),
    reason: reasonField,
    ...until,
    id: z
      .string()
      .uuid('must be a new UUID, or be left out')
      .optional()
      .describe(
        'A new UUID of the caller: asked again with the same one, say after an answer that was lost, the answer is the lock of the first time',
      ),
  }),
  output: lockSchema,
  target: place,
});

/** Takes one lock off. */
export const unlock = defineOperation({
  plugin,
  name: 'unlock',
  title: 'Unlock',
  description:
    'Takes one lock off, by its id. Other locks on the same target stay.',
  effect: 'write',
  input: z.object({ id: idField, reason: reasonField }),
  output: lockSchema,
  // A lock can be taken off when its service has left the catalog.
  unknownTargets: 'answer',
});

/** Holds back merges to the default branch. */
export const freezeMerges = defineOperation({
  plugin,
  name: 'freeze-merges',
  title: 'Freeze merges',
  description:
    'Freezes merges to the default branch of one service, or of all of them: a lock on the action "merge".',
  effect: 'write',
  input: z.object({
    service: serviceField.optional().describe('Absent: all services'),
    reason: reasonField,
    ...until,
  }),
  output: lockSchema,
  target: input => ({ service: input.service }),
});

/** Lets merges through again. */
export const unfreezeMerges = defineOperation({
  plugin,
  name: 'unfreeze-merges',
  title: 'Unfreeze merges',
  description:
    'Takes off every merge freeze that was placed on exactly this service, or, without a service, on all of them.',
  effect: 'write',
  input: z.object({
    service: serviceField
      .optional()
      .describe('Absent: the freezes of all services'),
    reason: reasonField,
  }),
  output: z.object({ items: z.array(lockSchema) }),
  target: input => ({ service: input.service }),
});

/** The question that pipelines ask before they act. */
export const gate = defineOperation({
  plugin,
  name: 'gate',
  title: 'Ask the gate',
  description:
    'May this action go ahead on this service in this environment? Answers with every lock in the way, or why it cannot be allowed.',
  effect: 'read',
  input: z.object({
    service: serviceField,
    environment: environmentField.optional().describe('Absent: any of them'),
    action: z.enum(LOCKABLE_ACTIONS).default('deploy'),
  }),
  output: z.object({
    service: z.string().describe('As asked; its canonical entity ref'),
    environment: z.string().optional().describe('As asked'),
    action: z.enum(LOCKABLE_ACTIONS).describe('As asked'),
    allowed: z.boolean(),
    reason: z
      .string()
      .optional()
      .describe('Why not, where no lock is the cause (an unknown service)'),
    locks: z.array(lockSchema),
  }),
  target: place,
  unknownTargets: 'answer',
});

/** The recurring freeze windows. */
export const listWindows = defineOperation({
  plugin,
  name: 'list-windows',
  title: 'List freeze windows',
  description: 'Lists the recurring freeze windows with their next five times.',
  effect: 'read',
  input: z.object({ ...where, ...pageFields }),
  output: windowsPageSchema,
  target: place,
});

/** The next five times that a window would have. */
export const previewWindow = defineOperation({
  plugin,
  name: 'preview-window',
  title: 'Preview a freeze window',
  description:
    'Tells the next five times that a window from one weekday and time to another would be open, across daylight-saving changes.',
  effect: 'read',
  input: z.object({
    fromDay: windowFields.from.shape.day,
    fromTime: windowFields.from.shape.time,
    toDay: windowFields.to.shape.day,
    toTime: windowFields.to.shape.time,
    timeZone: windowFields.timeZone,
  }),
  output: occurrencesSchema,
});

/** Sets a recurring freeze window. */
export const createWindow = defineOperation({
  plugin,
  name: 'create-window',
  title: 'Create a freeze window',
  description:
    'Sets a freeze window that comes back each week, say from Friday 16:00 to Sunday 08:00 in Europe/Berlin.',
  effect: 'write',
  input: z.object(windowFields),
  output: windowSchema,
  target: place,
});

/** Takes a recurring freeze window away. */
export const deleteWindow = defineOperation({
  plugin,
  name: 'delete-window',
  title: 'Delete a freeze window',
  description:
    'Takes a freeze window away, by its id; one that is open now ends at once. Windows from the configuration are changed there.',
  effect: 'destructive',
  input: z.object({ id: idField, reason: reasonField }),
  output: windowSchema,
  unknownTargets: 'answer',
});

/** Writes down that a lock ended by itself; sphera alone runs it. */
export const expireLock = defineOperation({
  plugin,
  name: 'expire-lock',
  title: 'A lock ended by itself',
  description: 'Notes that the time of a lock was up.',
  effect: 'write',
  input: z.object({ ...where, id: idField, reason: reasonField }),
  output: lockSchema,
  target: place,
  unknownTargets: 'answer',
  internal: true,
});

/** Every operation of this capability. */
export const locksOperations = [
  listLocks,
  lock,
  unlock,
  freezeMerges,
  unfreezeMerges,
  gate,
  listWindows,
  previewWindow,
  createWindow,
  deleteWindow,
  expireLock,
];
