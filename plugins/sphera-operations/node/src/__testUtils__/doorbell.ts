import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { GuardrailError, PartlyDoneError } from '../errors';
import { operationsServiceRef } from '../operationsServiceRef';
import {
  breakBell,
  chime,
  hum,
  listRings,
  plugin,
  restartBell,
  ring,
  ringAround,
  setPasscode,
  whisper,
} from './doorbellOperations';

/** What the bells whisper. */
export const PASSCODE = 'open-sesame-4711';

/** What the bell heard, for tests to look at. */
export interface Doorbell {
  rings: Array<{
    service?: string;
    environment?: string;
    actor: string;
    door: string;
  }>;
  /** Rings by itself for a person, as a schedule would. */
  chimeFor(actor: string): Promise<unknown>;
  changes: Array<{ operation?: string; service?: string }>;
  /** What passcodes came in. */
  passcodes: string[];
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
          const passcodes: string[] = [];
          Object.assign(bell, {
            rings,
            changes,
            passcodes,
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
              return { rung: input.times };
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
            ringAround,
            async ({ input, target, actor, credentials }) => {
              const { service, environment } = target;
              const { ref, door } = actor;
              rings.push({ service, environment, actor: ref, door });
              return {
                rung: input.environments.length,
                mayWhisper: await operations.may(
                  whisper,
                  ringAround.target(input),
                  credentials,
                ),
              };
            },
          );
          operations.handle(setPasscode, async ({ input }) => {
            passcodes.push(input.passcode ?? 'made-up');
            if (input.times > 10) throw new NotFoundError('There is no bell');
            return { isSet: true };
          });
          operations.handle(whisper, async ({ input }) => {
            if (!input.isAwake) {
              throw Object.assign(new NotFoundError('Nobody is awake'), {
                details: { passcode: PASSCODE },
              });
            }
            return { passcode: PASSCODE };
          });
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
            if (input.how === 'partly') {
              throw new PartlyDoneError(
                'Broken in staging, not in production',
                {
                  done: ['staging'],
                  failed: ['production'],
                },
              );
            }
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
