import { mockCredentials } from '@backstage/backend-test-utils';
import {
  isAskedByQuery,
  type Operation,
} from '@sphera/plugin-operations-common';
import type { Server } from 'node:http';
import request from 'supertest';

/** Calls operations over HTTP for somebody. */
export interface Caller {
  /** By GET or POST, as the operation wants it. */
  ask(operation: string, input?: object): request.Test;
}

/**
 * Whoever may call a portal of a test.
 * @param operations - what is asked by name, of whichever plugin
 * @param plugin - the one that programs have a token for; asked, too, for what is none of the operations
 */
export function callersFor(
  server: Server,
  operations: readonly Operation[],
  plugin: string,
) {
  const as = (authorization: string): Caller => ({
    ask(name, input = {}) {
      const found = operations.find(one => one.name === name);
      const path = `/api/${found?.plugin ?? plugin}/v1/${name}`;
      const call =
        found && isAskedByQuery(found)
          ? request(server).get(path).query(input)
          : request(server).post(path).send(input);
      return call.set('authorization', authorization);
    },
  });
  return {
    person: (ref: string) => as(mockCredentials.user.header(ref)),
    program: (subject: string) =>
      as(
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(subject),
          targetPluginId: plugin,
        }),
      ),
    nobody: as(mockCredentials.none.header()),
  };
}
