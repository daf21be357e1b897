import type { ServiceFacts } from '@sphera/plugin-services-node';
import { choiceIn, wantedChoices } from './choices';
import { HubRow, searchable } from './HubRow';
import type { Question } from './Question';

/** One filter of a question. */
export type FilterName =
  | 'text'
  | 'team'
  | 'environment'
  | 'type'
  | 'lifecycle'
  | 'system'
  | 'locked'
  | 'mine'
  | `facts:${string}`;

/** The filters that a question sets, each as a test of a row. */
export type Filters = ReadonlyMap<FilterName, (row: HubRow) => boolean>;

/** The filters that a question sets. */
export function filtersOf(
  question: Question,
  facts: readonly ServiceFacts[],
): Filters {
  const { text, team, environment, type, lifecycle, system, locked, ownedBy } =
    question;
  const filters = new Map<FilterName, (row: HubRow) => boolean>();
  if (text) {
    const words = searchable(text).split(/\s+/);
    filters.set('text', row =>
      words.every(word => row.searchText.includes(word)),
    );
  }
  if (team) filters.set('team', row => isOwnedBy(row, [team]));
  if (environment) {
    filters.set('environment', row => row.environments.includes(environment));
  }
  if (type) filters.set('type', row => row.type === type);
  if (lifecycle) filters.set('lifecycle', row => row.lifecycle === lifecycle);
  if (system) filters.set('system', row => row.system === system);
  if (locked !== undefined) {
    filters.set('locked', row => isLocked(row, facts, environment) === locked);
  }
  for (const [id, values] of wantedChoices(question.facts, facts)) {
    const of = facts.find(one => one.id === id);
    filters.set(`facts:${id}`, row =>
      values.includes(of && choiceIn(row, of)?.value),
    );
  }
  if (ownedBy) filters.set('mine', row => isOwnedBy(row, ownedBy));
  return filters;
}

/**
 * The filters that a row fails, the first two at most: one tells which filter
 * alone hides it, two that none does.
 */
export function firstFailures(row: HubRow, filters: Filters): FilterName[] {
  const failures: FilterName[] = [];
  for (const [name, passes] of filters) {
    if (passes(row)) continue;
    failures.push(name);
    if (failures.length === 2) break;
  }
  return failures;
}

function isOwnedBy(row: HubRow, refs: readonly string[]): boolean {
  return row.owners.some(owner => refs.includes(owner.ref));
}

function isLocked(
  row: HubRow,
  facts: readonly ServiceFacts[],
  environment: string | undefined,
): boolean {
  return facts.some(({ id, filters }) => {
    const value = row.facts[id];
    return value !== undefined && filters?.locked?.(value, environment);
  });
}
