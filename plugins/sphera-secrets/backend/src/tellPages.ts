import {
  atMostEvery,
  type Clock,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import type { SecretsMemory } from './records/SecretsMemory';

const EVERY_MS = 500;
const ONE_BY_ONE = 20;

/**
 * Tells the pages that are open on this replica of what changed in memory: at once after a
 * quiet time, else each half second. What concerns many services, or secrets of nobody, is
 * told as one change of everything.
 */
export function tellPages(parts: {
  memory: Pick<SecretsMemory, 'onChange'>;
  operations: Pick<OperationsService, 'announceHere'>;
  clock: Clock;
}): void {
  const { memory, operations, clock } = parts;
  const waiting = new Set<string>();
  let isAll = false;

  const tellSoon = atMostEvery(
    EVERY_MS,
    () => {
      if (isAll || waiting.size > ONE_BY_ONE) operations.announceHere({});
      else {
        for (const name of waiting) {
          operations.announceHere({ service: `component:default/${name}` });
        }
      }
      waiting.clear();
      isAll = false;
    },
    clock,
  );

  memory.onChange(changed => {
    if (changed === 'all') isAll = true;
    else for (const name of changed) waiting.add(name);
    tellSoon();
  });
}
