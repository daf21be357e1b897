import { flagsOperations } from '@sphera/plugin-flags-common';
import { callersFor } from '@sphera/plugin-operations-node/testUtils';
import type { Server } from 'node:http';
import { DANA, PIPELINE, SAM } from './people';

export type { Caller } from '@sphera/plugin-operations-node/testUtils';

/** Everybody who asks a portal. */
export function callersOf(server: Server) {
  const as = callersFor(server, flagsOperations, 'sphera-flags');
  return {
    dana: as.person(DANA),
    sam: as.person(SAM),
    nobody: as.nobody,
    pipeline: as.program(PIPELINE),
  };
}
