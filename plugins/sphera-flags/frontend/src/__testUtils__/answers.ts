import type {
  Agent,
  Cell,
  CellGroup,
  Flag,
  FlagChange,
  FlagDefinition,
  FlagDrift,
  FlagRow,
  Messaging,
} from '@sphera/plugin-flags-common';
import { fiveClusters } from './fleet';

export const quotes = 'component:default/quotes';
export const dana = { ref: 'user:default/dana', title: 'Dana Wolf' };
export const booking = { ref: 'group:default/booking', title: 'Booking' };

const HOUR_MS = 3_600_000;

/** The time so many hours ago, ISO 8601. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}

/** A boolean that everybody gets as `variant` says. */
export function switched(variant: 'on' | 'off'): FlagDefinition {
  return {
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: variant,
  };
}

export const ON = { text: 'on', isOn: true };
export const OFF = { text: 'off', isOn: false };

const ABOUT = {
  service: quotes,
  type: 'boolean' as const,
  description: 'The new way to pay',
  owner: booking,
  namesOwner: false,
  createdAt: hoursAgo(100),
  createdBy: dana,
  changedAt: hoursAgo(2),
  changedBy: dana,
};

/** Clusters that have what is wanted: on. */
export function group(fields: Partial<CellGroup> = {}): CellGroup {
  return {
    state: 'in-step',
    wanted: ON,
    reported: ON,
    clusters: fiveClusters().map(({ cluster }) => cluster),
    ...fields,
  };
}

/** A flag in a list, on in all five clusters. */
export function flagRow(key: string, fields: Partial<FlagRow> = {}): FlagRow {
  return { ...ABOUT, flag: key, groups: [group()], ...fields };
}

/** A flag in one cluster, which has what is wanted: on. */
export function cell(cluster: string, fields: Partial<Cell> = {}): Cell {
  const [environment, region] = cluster.split('-');
  return {
    cluster,
    environment,
    region,
    state: 'in-step',
    wanted: {
      revision: 3,
      definition: switched('on'),
      value: ON,
      at: hoursAgo(2),
      change: 'change-3',
    },
    reported: {
      revision: 3,
      definition: switched('on'),
      value: ON,
      at: hoursAgo(2),
    },
    ...fields,
  };
}

/** A flag in full, on in all five clusters. */
export function flag(fields: Partial<Flag> = {}): Flag {
  return {
    ...ABOUT,
    flag: 'new-checkout',
    cells: fiveClusters().map(({ cluster }) => cell(cluster)),
    ...fields,
  };
}

/** A change that every cluster followed within two seconds. */
export function change(fields: Partial<FlagChange> = {}): FlagChange {
  const { at = hoursAgo(2) } = fields;
  return {
    id: 'change-3',
    flag: 'new-checkout',
    service: quotes,
    kind: 'set',
    at,
    by: dana,
    reason: 'it pays well',
    sentence: 'on in 5 clusters',
    clusters: fiveClusters().map(({ cluster }) => ({
      cluster,
      revision: 3,
      definition: switched('on'),
      value: 'on',
      answeredAt: new Date(Date.parse(at) + 2_000).toISOString(),
      isOvertaken: false,
    })),
    ...fields,
  };
}

/** A cluster that has something else than it was told to. */
export const changedByHand = (cluster = 'production-us') =>
  cell(cluster, {
    state: 'changed',
    sentence: 'It reports off, and was told on',
    since: hoursAgo(1),
    reported: {
      revision: 3,
      definition: switched('off'),
      value: OFF,
      at: hoursAgo(1),
    },
  });

/** A cluster of a flag that is not as it should be. */
export function drift(fields: Partial<FlagDrift> = {}): FlagDrift {
  return {
    flag: 'new-checkout',
    service: quotes,
    kind: 'cell',
    sentence: 'production-us reports off, and was told on',
    environment: 'production',
    cells: [changedByHand()],
    ...fields,
  };
}

/** A cluster that is heard. */
export function agent(cluster: string, fields: Partial<Agent> = {}): Agent {
  const [environment, region] = cluster.split('-');
  return {
    cluster,
    environment,
    region,
    state: 'heard',
    heardAt: hoursAgo(0),
    startedAt: hoursAgo(30),
    snapshotAt: hoursAgo(0.1),
    version: '0.1.0',
    flags: 7,
    drifting: 0,
    onTheWay: 0,
    ...fields,
  };
}

/** Messages that flow. */
export function messaging(fields: Partial<Messaging> = {}): Messaging {
  return {
    state: 'connected',
    since: hoursAgo(30),
    queued: 0,
    setAside: 0,
    ...fields,
  };
}
