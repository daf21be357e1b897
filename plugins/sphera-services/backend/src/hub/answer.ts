import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServicesPage } from '@sphera/plugin-services-common';
import type { ServiceFacts } from '@sphera/plugin-services-node';
import { readCursor, writeCursor } from './cursor';
import { FacetCounter } from './facets';
import type { HubRow, HubTable } from './HubRow';
import { filtersOf, firstFailures } from './match';
import { ordersOf, sortRows } from './order';
import type { Question } from './Question';
import { wrongField } from './wrongField';

/** What the answers to questions rest on besides the table. */
export interface World {
  fleet: Fleet;
  facts: readonly ServiceFacts[];
}

/**
 * One page of the table.
 * @throws InputError for an order that nobody offers, or a cursor that nobody gave out.
 */
export function answer(
  table: HubTable,
  question: Question,
  world: World,
): ServicesPage {
  const { orderBy, limit } = question;
  const orders = ordersOf(world.facts);
  if (!orders.includes(orderBy)) {
    throw wrongField('orderBy', `must be one of ${orders.join(', ')}`);
  }
  const offset = readCursor(question, question.cursor);

  const filters = filtersOf(question, world.facts);
  const counter = new FacetCounter(world.facts);
  const found: HubRow[] = [];
  for (const row of sorted(table, question, world)) {
    const failures = firstFailures(row, filters);
    if (failures.length === 0) found.push(row);
    if (failures.length < 2) counter.count(row, failures[0]);
  }

  const end = offset + limit;
  return {
    items: found.slice(offset, end).map(({ searchText: _, ...row }) => row),
    totalItems: found.length,
    offset,
    nextCursor: end < found.length ? writeCursor(question, end) : undefined,
    previousCursor:
      offset > 0
        ? writeCursor(question, Math.max(0, offset - limit))
        : undefined,
    facets: counter.facets(world.fleet),
    staleFacts: table.staleFacts,
  };
}

// Sorting is most of the work, and the table stays the same for many questions.
const sortedTables = new WeakMap<HubTable, Map<string, HubRow[]>>();

function sorted(table: HubTable, question: Question, world: World): HubRow[] {
  const known = sortedTables.get(table) ?? new Map<string, HubRow[]>();
  sortedTables.set(table, known);
  const key = `${question.orderBy}:${question.order}`;
  const rows = known.get(key) ?? sortRows(table.rows, question, world);
  known.set(key, rows);
  return rows;
}
