import { mockCredentials } from '@backstage/backend-test-utils';
import { flagsOperations } from '@sphera/plugin-flags-common';
import { isAskedByQuery } from '@sphera/plugin-operations-common';
import type { Server } from 'node:http';
import request from 'supertest';
import { DANA, PIPELINE, SAM } from './people';

/** Calls operations of flags over HTTP for somebody. */
export interface Caller {
  /** By GET or POST, as the operation wants it. */
  ask(operation: string, input?: object): request.Test;
}

/** Everybody who asks a portal. */
export function callersOf(server: Server) {
  const as = (authorization: string): Caller => ({
    ask(name, input = {}) {
      const found = flagsOperations.find(one => one.name === name);
      const path = `/api/sphera-flags/v1/${name}`;
      const call =
        found && isAskedByQuery(found)
          ? request(server).get(path).query(input)
          : request(server).post(path).send(input);
      return call.set('authorization', authorization);
    },
  });
  return {
    dana: as(mockCredentials.user.header(DANA)),
    sam: as(mockCredentials.user.header(SAM)),
    nobody: as(mockCredentials.none.header()),
    pipeline: as(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(PIPELINE),
        targetPluginId: 'sphera-flags',
      }),
    ),
  };
}
