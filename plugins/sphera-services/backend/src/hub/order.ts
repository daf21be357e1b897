import type { Fleet } from '@sphera/plugin-fleet-common';
import { byText } from '@sphera/plugin-operations-node';
import { CATALOG_ORDERS } from '@sphera/plugin-services-common';
import type { ServiceFacts } from '@sphera/plugin-services-node';
import type { HubRow } from './HubRow';

/** What rows are compared by; `undefined` where a row has nothing to compare. */
type SortKey = string | number | undefined;

// As Backstage's catalog names the stages; others follow by name.
const STAGES = ['experimental', 'production', 'deprecated'];

/** Everything that rows can be sorted by. */
export function ordersOf(facts: readonly ServiceFacts[]): string[] {
  return [
    ...CATALOG_ORDERS,
    ...facts.filter(({ sortBy }) => sortBy).map(({ id }) => id),
  ];
}

/**
 * The rows sorted, equals by title. Rows without a value come last whichever the
 * direction: nobody sorts a column to see its holes.
 */
export function sortRows(
  rows: readonly HubRow[],
  by: { orderBy: string; order: 'asc' | 'desc' },
  world: { fleet: Fleet; facts: readonly ServiceFacts[] },
): HubRow[] {
  const keyOf = sortKey(by.orderBy, world);
  const keys = new Map(rows.map(row => [row, keyOf(row)]));
  const direction = by.order === 'asc' ? 1 : -1;
  const compareKeys = by.orderBy === 'lifecycle' ? byStage : byKey;
  return [...rows].sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === undefined || y === undefined) {
      const holes = Number(x === undefined) - Number(y === undefined);
      return holes || byName(a, b);
    }
    return direction * compareKeys(x, y) || byName(a, b);
  });
}

/** Compares life-cycle stages: known ones in their order, then others by name. */
export function byStage(a: SortKey, b: SortKey): number {
  const place = (stage: SortKey) => {
    const index = STAGES.indexOf(String(stage));
    return index < 0 ? STAGES.length : index;
  };
  return place(a) - place(b) || byText(String(a), String(b));
}

function byKey(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : byText(String(a), String(b));
}

function byName(a: HubRow, b: HubRow): number {
  return byText(a.title, b.title) || byText(a.service, b.service);
}

function sortKey(
  orderBy: string,
  { fleet, facts }: { fleet: Fleet; facts: readonly ServiceFacts[] },
): (row: HubRow) => SortKey {
  switch (orderBy) {
    case 'name':
      return row => row.title;
    case 'owner':
      return row => row.owners[0]?.title;
    case 'type':
      return row => row.type;
    case 'lifecycle':
      return row => row.lifecycle;
    case 'environments':
      return row => reach(row, fleet);
    default: {
      const sortBy = facts.find(({ id }) => id === orderBy)?.sortBy;
      return row => {
        const value = row.facts[orderBy];
        return value === undefined ? undefined : sortBy?.(value);
      };
    }
  }
}

/** How far a service has come: the furthest environment counts most, then how many. */
function reach(row: HubRow, fleet: Fleet): SortKey {
  if (row.environments.length === 0) return undefined;
  const furthest = fleet.environments.reduce(
    (far, { name }, index) =>
      row.environments.includes(name) ? index + 1 : far,
    0,
  );
  return furthest * 1000 + row.environments.length;
}
