import type { WeekMoment } from '@sphera/plugin-locks-common';
import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { WindowRule } from '../WindowRule';
import { fromStoredActions, StoredMoment, toStoredActions } from './rows';

interface WindowRow {
  id: string;
  service: string | null;
  environment: string | null;
  actions: string;
  from_day: WeekMoment['day'];
  from_time: string;
  to_day: WeekMoment['day'];
  to_time: string;
  time_zone: string;
  reason: string;
  created_by: string;
  created_at: StoredMoment;
}

/** Keeps the freeze windows that people set on the page. */
export class WindowStore {
  constructor(private readonly knex: Knex) {}

  async insert(window: WindowRule, at: Date): Promise<void> {
    const row: WindowRow = {
      id: window.id,
      service: window.service ?? null,
      environment: window.environment ?? null,
      actions: toStoredActions(window.actions),
      from_day: window.from.day,
      from_time: window.from.time,
      to_day: window.to.day,
      to_time: window.to.time,
      time_zone: window.timeZone,
      reason: window.reason,
      created_by: window.createdBy!,
      created_at: at.getTime(),
    };
    await inStorage('keep the window', () => this.windows().insert(row));
  }

  /** All, in the order in which they were set. */
  async all(): Promise<WindowRule[]> {
    const rows = await inStorage('read the windows', () =>
      this.windows().orderBy([{ column: 'created_at' }, { column: 'id' }]),
    );
    return rows.map(toWindow);
  }

  /** `false`: there was none. */
  async delete(id: string): Promise<boolean> {
    const deleted = await inStorage('delete the window', () =>
      this.windows().where({ id }).delete(),
    );
    return deleted === 1;
  }

  private windows() {
    return this.knex<WindowRow>('freeze_windows');
  }
}

function toWindow(row: WindowRow): WindowRule {
  return {
    id: row.id,
    ...(row.service !== null && { service: row.service }),
    ...(row.environment !== null && { environment: row.environment }),
    actions: fromStoredActions(row.actions),
    from: { day: row.from_day, time: row.from_time },
    to: { day: row.to_day, time: row.to_time },
    timeZone: row.time_zone,
    reason: row.reason,
    origin: 'page',
    createdBy: row.created_by,
  };
}
