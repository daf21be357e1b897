import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  defineOperation,
  environmentField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { operationsServiceRef } from '@sphera/plugin-operations-node';
import { z } from 'zod/v3';

const definition = {
  plugin: 'sphera-example',
  description: 'For tests.',
  input: z.object({
    service: serviceField.optional(),
    environment: environmentField.optional(),
  }),
  output: z.object({}),
  target: (input: { service?: string; environment?: string }) => input,
};

/** An operation that only looks. */
export const look = defineOperation({
  ...definition,
  name: 'look',
  title: 'Look',
  effect: 'read',
});
/** An operation that changes something. */
export const change = defineOperation({
  ...definition,
  name: 'change',
  title: 'Change',
  effect: 'write',
});
/** An operation that takes something away. */
export const remove = defineOperation({
  ...definition,
  name: 'remove',
  title: 'Remove',
  effect: 'destructive',
});

/** A capability of which neither the policy nor its defaults know anything. */
export const exampleCapability = createBackendPlugin({
  pluginId: definition.plugin,
  register(env) {
    env.registerInit({
      deps: { operations: operationsServiceRef },
      async init({ operations }) {
        for (const operation of [look, change, remove]) {
          operations.handle(operation, async () => ({}));
        }
      },
    });
  },
});
