import {
  createWindow,
  deleteWindow,
  expireLock,
  freezeMerges,
  gate,
  listLocks,
  listWindows,
  lock,
  previewWindow,
  unfreezeMerges,
  unlock,
} from '@sphera/plugin-locks-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { FreezeWindows } from './FreezeWindows';
import type { Gate } from './gate';
import { gateText } from './gateText';
import type { Locks } from './Locks';
import type { OwnerNotices } from './OwnerNotices';

/** Opens the doors of every operation of this capability. */
export function handleOperations(
  operations: OperationsService,
  parts: {
    locks: Locks;
    windows: FreezeWindows;
    gate: Gate;
    owners: OwnerNotices;
  },
): void {
  const { locks, windows, owners } = parts;

  operations.handle(listLocks, async ({ input }) => locks.list(input));

  operations.handle(lock, async ({ input, actor, credentials }) => {
    const placed = await locks.place({ ...input, placedBy: actor.ref });
    if (placed.isNew) owners.tell(placed.lock, { actor, credentials });
    return placed.lock;
  });

  operations.handle(
    unlock,
    async ({ input: { id, reason }, actor }) =>
      locks.release(id, { by: actor.ref, reason }),
    { target: async ({ id }) => locks.placeOf(id) },
  );

  operations.handle(freezeMerges, async ({ input, actor, credentials }) => {
    const freeze = { ...input, actions: ['merge' as const] };
    const { lock: placed } = await locks.place({
      ...freeze,
      placedBy: actor.ref,
    });
    owners.tell(placed, { actor, credentials });
    return placed;
  });

  operations.handle(
    unfreezeMerges,
    async ({ input: { service, reason }, actor }) => ({
      items: await locks.unfreezeMerges(service, { by: actor.ref, reason }),
    }),
  );

  operations.handle(gate, async ({ input }) => parts.gate.ask(input), {
    formats: { text: gateText },
  });

  operations.handle(listWindows, async ({ input }) => windows.list(input));

  operations.handle(previewWindow, async ({ input }) => ({
    items: windows.preview({
      from: { day: input.fromDay, time: input.fromTime },
      to: { day: input.toDay, time: input.toTime },
      timeZone: input.timeZone,
    }),
  }));

  operations.handle(createWindow, async ({ input, actor }) =>
    windows.create({ ...input, createdBy: actor.ref }),
  );

  operations.handle(
    deleteWindow,
    async ({ input: { id } }) => windows.delete(id),
    { target: async ({ id }) => windows.placeOf(id) },
  );

  operations.handle(expireLock, async ({ input: { id } }) =>
    locks.noteExpired(id),
  );
}
