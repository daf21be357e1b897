import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  defineOperation,
  environmentField,
  plainText,
  reasonField,
  secret,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { GuardrailError } from '../errors';
import { operationsServiceRef } from '../operationsServiceRef';

const plugin = 'sphera-doorbell';
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
    passcode: secret(z.string().max(200)).optional(),
  }),
  output: z.object({
    rung: z.number(),
    passcode: secret(z.string()).optional(),
  }),
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
    how: z.enum(['missing', 'database', 'thrown-text']),
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

/** What the bell heard, for tests to look at. */
export interface Doorbell {
  rings: Array<{ service?: string; actor: string; door: string }>;
  /** Rings by itself for a person, as a schedule would. */
  chimeFor(actor: string): Promise<unknown>;
  changes: Array<{ operation?: string; service?: string }>;
  /** Tells the pages of this replica that a bell fell down. */
  fall(service: string): void;
  /** Lets go of the hum that is being heard. */
  hush(): void;
}

/** The plugin of the test capability; fills `bell` once it has started. */
export function doorbellPlugin(bell: Partial<Doorbell>) {
  return createBackendPlugin({
    pluginId: plugin,
    register(env) {
      env.registerInit({
        deps: { operations: operationsServiceRef },
        async init({ operations }) {
          const rings: Doorbell['rings'] = [];
          const changes: Doorbell['changes'] = [];
          Object.assign(bell, {
            rings,
            changes,
            fall: (service: string) => operations.announceHere({ service }),
            chimeFor: (actor: string) =>
              operations.run(
                chime,
                { service: 'payments', reason: 'it is noon' },
                { actor, door: 'schedule' },
              ),
          });
          operations.onChange(change => changes.push(change));
          operations.handle(
            ring,
            async ({ input, target, actor }) => {
              rings.push({
                service: target.service,
                actor: actor.ref,
                door: actor.door,
              });
              return { rung: input.times, passcode: input.passcode };
            },
            {
              guardrails: [
                ({ input }) => {
                  if (input.times > 10) {
                    throw new GuardrailError('A bell rings at most 10 times', {
                      limit: 'times',
                      allowed: { min: 1, max: 10 },
                    });
                  }
                },
              ],
            },
          );
          operations.handle(
            listRings,
            async ({ input }) => ({
              items: [`${input.limit} ${input.tones?.join('+')} ${input.loud}`],
            }),
            { formats: { text: output => `${output.items.join('\n')}\n` } },
          );
          operations.handle(hum, async () => ({}), {
            stream: async () => ({
              contentType: 'text/plain; charset=utf-8',
              pieces: humming(bell),
              endsWithReader: true,
            }),
          });
          operations.handle(restartBell, async () => ({}));
          operations.handle(chime, async () => ({}));
          operations.handle(breakBell, async ({ input }) => {
            if (input.how === 'missing')
              throw new NotFoundError('There is no bell');
            if (input.how === 'thrown-text') throw 'select hunter2'; // eslint-disable-line no-throw-literal
            throw Object.assign(
              new Error(
                "insert into bells values ('hunter2') - Duplicate entry",
              ),
              {
                code: 'ER_DUP_ENTRY',
                sql: "insert into bells values ('hunter2')",
              },
            );
          });
        },
      });
    },
  });
}

async function* humming(bell: Partial<Doorbell>) {
  yield 'mmm\n';
  await new Promise<void>(resolve => {
    bell.hush = resolve;
  });
}
