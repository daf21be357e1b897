import type {
  FreezeWindow,
  Lock,
  Occurrence,
} from '@sphera/plugin-locks-common';
import { FieldError } from '@sphera/plugin-operations-node';
import {
  ConfiguredWindowError,
  HeldByWindowError,
  UnknownWindowError,
} from './errors';
import { Clock, covers, Place } from './lockRules';
import { occurrences, WeeklyTimes } from './occurrences';
import type { WindowStore } from './storage/WindowStore';
import type { WindowRule } from './WindowRule';

/** What somebody says about a new window. */
export type WindowRequest = Omit<WindowRule, 'id' | 'origin' | 'setIn'>;

const PREVIEWED = 5;
const LOCK_ID = /^window-(.+)$/;

/** Locks that come back each week: those of the configuration, and those that people set. */
export class FreezeWindows {
  constructor(
    private readonly parts: {
      configured: WindowRule[];
      store: WindowStore;
      clock: Clock;
      newId: () => string;
    },
  ) {}

  /** @throws FieldError where the window would end when it begins. */
  async create(request: WindowRequest): Promise<FreezeWindow> {
    refuseNoTime(request, 'to');
    const { store, clock, newId } = this.parts;
    const window: WindowRule = { ...request, id: newId(), origin: 'page' };
    await store.insert(window, clock());
    return this.withTimes(window);
  }

  /** @throws UnknownWindowError, ConfiguredWindowError */
  async delete(id: string): Promise<FreezeWindow> {
    const window = await this.find(id);
    if (window.setIn) throw new ConfiguredWindowError(window.setIn);
    if (!(await this.parts.store.delete(id))) throw new UnknownWindowError(id);
    return this.withTimes(window);
  }

  /** Where a window locks. @throws UnknownWindowError */
  async placeOf(id: string): Promise<Place> {
    const { service, environment } = await this.find(id);
    return { service, environment };
  }

  private async find(id: string): Promise<WindowRule> {
    const window = (await this.all()).find(one => one.id === id);
    if (!window) throw new UnknownWindowError(id);
    return window;
  }

  /** Those that have anything to do with a place; `cursor` is how many came before. */
  async list({
    limit,
    cursor = '0',
    ...place
  }: Place & { limit: number; cursor?: string }) {
    if (!/^\d{1,6}$/.test(cursor)) {
      throw new FieldError(
        'cursor',
        'must be the nextCursor of an earlier answer',
      );
    }
    const found = (await this.all()).filter(window => covers(window, place));
    const end = Number(cursor) + limit;
    return {
      items: found
        .slice(Number(cursor), end)
        .map(window => this.withTimes(window)),
      totalItems: found.length,
      nextCursor: end < found.length ? String(end) : undefined,
    };
  }

  /** The next five times of a window that nobody has set yet. @throws FieldError */
  preview(times: WeeklyTimes): Occurrence[] {
    refuseNoTime(times, 'toTime');
    return occurrences(times, this.parts.clock(), PREVIEWED);
  }

  /**
   * The present time and the one after it, or the next two, of each window, as
   * locks. Two, since the next can begin in the moment in which the present one ends.
   */
  async locks(): Promise<Lock[]> {
    const now = this.parts.clock();
    return (await this.all()).flatMap(window =>
      occurrences(window, now, 2).map(time => asLock(window, time)),
    );
  }

  /** Refuses to take off a lock that a window holds. @throws HeldByWindowError, UnknownWindowError */
  async refuseRelease(lockId: string): Promise<void> {
    const [, id] = LOCK_ID.exec(lockId) ?? [];
    if (id) throw new HeldByWindowError(id, (await this.find(id)).setIn);
  }

  private async all(): Promise<WindowRule[]> {
    return [...this.parts.configured, ...(await this.parts.store.all())];
  }

  private withTimes({ setIn: _, ...window }: WindowRule): FreezeWindow {
    const next = occurrences(window, this.parts.clock(), PREVIEWED);
    return { ...window, next };
  }
}

function refuseNoTime({ from, to }: WeeklyTimes, field: string): void {
  if (from.day === to.day && from.time === to.time) {
    throw new FieldError(
      field,
      'must be another moment of the week than the beginning',
    );
  }
}

function asLock(window: WindowRule, { start, end }: Occurrence): Lock {
  const { id, service, environment, actions, reason, createdBy } = window;
  return {
    id: `window-${id}`,
    ...(service !== undefined && { service }),
    ...(environment !== undefined && { environment }),
    actions,
    reason,
    placedBy: createdBy ?? 'configuration',
    placedAt: start,
    expiresAt: end,
    window: id,
  };
}
