import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  defineOperation,
  reasonField,
  secret,
  serviceField,
} from '@sphera/plugin-operations-common';
import { operationsServiceRef } from '@sphera/plugin-operations-node';
import { z } from 'zod/v3';

/** Writes something down about a service; what, is a secret. */
const writeNote = defineOperation({
  plugin: 'sphera-notebook',
  name: 'write-note',
  title: 'Write a note',
  description: 'Writes a note about a service.',
  effect: 'write',
  input: z.object({
    service: serviceField,
    reason: reasonField,
    note: secret(z.string()),
    nested: z.object({ code: secret(z.string()) }).optional(),
    fail: z.boolean().default(false),
  }),
  output: z.object({ pages: z.number(), note: secret(z.string()) }),
  target: ({ service }) => ({ service }),
});

/** A small capability whose calls end up in the audit log. `written` counts what it really did. */
export function notebook() {
  const written: string[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'sphera-notebook',
    register(env) {
      env.registerInit({
        deps: { operations: operationsServiceRef },
        async init({ operations }) {
          operations.handle(writeNote, async ({ input }) => {
            if (input.fail) throw new NotFoundError('There is no notebook');
            written.push(input.reason);
            return { pages: written.length, note: input.note };
          });
        },
      });
    },
  });
  return { plugin, written };
}
