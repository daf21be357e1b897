import { createServiceFactory } from '@backstage/backend-plugin-api';
import { signalsServiceRef } from '@backstage/plugin-signals-node';

/** Signals of a test. @param messages - where what open pages are told is added */
export function signalsTo(messages: object[] = []) {
  return createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({
      publish: async ({ message }) => void messages.push(message as object),
    }),
  });
}
