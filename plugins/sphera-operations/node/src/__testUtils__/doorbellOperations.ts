import {
  defineOperation,
  environmentField,
  plainText,
  reasonField,
  secret,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** Id of the test capability. */
export const plugin = 'sphera-doorbell';
const place = {
  service: serviceField.optional(),
  environment: environmentField.optional(),
};

/** A small capability for tests: doorbells of services that can be rung. */
export const ring = defineOperation({
  plugin,
  name: 'ring',
  title: 'Ring',
  description: 'Rings the bell of a service.',
  effect: 'write',
  input: z.object({
    ...place,
    reason: reasonField,
    times: z.number().int().min(1).max(1000).default(1),
    tone: z.enum(['ding', 'dong']).default('ding'),
    label: plainText({ what: 'a label', longest: 40 }).optional(),
  }),
  output: z.object({ rung: z.number() }),
  target: ({ service, environment }) => ({ service, environment }),
});

/** Rings in several environments at once; a lock on `restart` holds it back. */
export const ringAround = defineOperation({
  plugin,
  name: 'ring-around',
  title: 'Ring around',
  description: 'Rings the bell of a service in several environments.',
  effect: 'write',
  input: z.object({
    service: serviceField,
    environments: z.array(environmentField),
    reason: reasonField,
  }),
  output: z.object({ rung: z.number(), mayWhisper: z.boolean() }),
  target: ({ service, environments }) =>
    environments.map(environment => ({ service, environment })),
  stoppedBy: 'restart',
});

/** Gives a bell a passcode; it makes one up where none is given. */
export const setPasscode = defineOperation({
  plugin,
  name: 'set-passcode',
  title: 'Set a passcode',
  description: 'Gives the bell of a service a passcode.',
  effect: 'write',
  input: ring.input.extend({
    passcode: secret(z.string().max(200)).optional(),
  }),
  output: z.object({ isSet: z.boolean() }),
  target: ({ service, environment }) => ({ service, environment }),
});

/** Tells the passcode of a bell. */
export const whisper = defineOperation({
  plugin,
  name: 'whisper',
  title: 'Whisper',
  description: 'Tells the passcode of a bell.',
  effect: 'read',
  audited: true,
  input: z.object({
    ...place,
    reason: reasonField,
    isAwake: z.boolean().default(true),
  }),
  output: z.object({ passcode: secret(z.string()) }),
  target: ({ service, environment }) => ({ service, environment }),
});

/** How often it rang. */
export const listRings = defineOperation({
  plugin,
  name: 'list-rings',
  title: 'List rings',
  description: 'Lists the rings of a service.',
  effect: 'read',
  input: z.object({
    ...place,
    limit: z.number().int().max(200).default(50),
    tones: z.array(z.enum(['ding', 'dong'])).optional(),
    loud: z.boolean().optional(),
  }),
  output: z.object({ items: z.array(z.string()) }),
  target: ({ service, environment }) => ({ service, environment }),
});

/** Hums for as long as somebody listens. */
export const hum = defineOperation({
  plugin,
  name: 'hum',
  title: 'Hum',
  description: 'Hums until nobody listens.',
  effect: 'read',
  audited: true,
  input: z.object({}),
  output: z.object({}),
});

/** Restarts the bell; a lock on `restart` holds it back. */
export const restartBell = defineOperation({
  plugin,
  name: 'restart-bell',
  title: 'Restart the bell',
  description: 'Restarts the bell of a service.',
  effect: 'destructive',
  input: z.object({ ...place, reason: reasonField }),
  output: z.object({}),
  target: ({ service, environment }) => ({ service, environment }),
  stoppedBy: 'restart',
});

/** Breaks in the way it is told to. */
export const breakBell = defineOperation({
  plugin,
  name: 'break-bell',
  title: 'Break the bell',
  description: 'Fails.',
  effect: 'write',
  input: z.object({
    reason: reasonField,
    how: z.enum(['missing', 'database', 'thrown-text', 'partly']),
  }),
  output: z.object({}),
});

/** Only a schedule runs it. */
export const chime = defineOperation({
  plugin,
  name: 'chime',
  title: 'Chime',
  description: 'Rings by itself.',
  effect: 'write',
  input: z.object({ service: serviceField, reason: reasonField }),
  output: z.object({}),
  target: ({ service }) => ({ service }),
  internal: true,
});
