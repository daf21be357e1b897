import { randomUUID } from 'node:crypto';
import { CREATION_STEPS, type Draft } from '@sphera/plugin-creation-common';
import type { KeptCreation } from './KeptCreation';

/** A creation with nothing done yet. */
export function newCreation(begun: {
  draft: Draft;
  startedBy: string;
  startedAt: number;
  task?: string;
}): KeptCreation {
  return {
    id: randomUUID(),
    state: 'running',
    ...begun,
    steps: CREATION_STEPS.map(step => ({ step, state: 'waiting', links: [] })),
  };
}
