import type { FactChoice, ServiceFacts } from '@sphera/plugin-services-node';
import type { HubRow } from './HubRow';
import { wrongField } from './wrongField';

/** What a row is, of all that some facts can be filtered by. */
export function choiceIn(
  row: HubRow,
  { id, choiceOf }: ServiceFacts,
): FactChoice | undefined {
  const value = row.facts[id];
  return value === undefined ? undefined : choiceOf?.(value);
}

/**
 * The values that a question names, by the id of their facts; of several values of the same facts, one is enough.
 * @throws InputError for facts that cannot be filtered by
 */
export function wantedChoices(
  wanted: readonly string[] = [],
  facts: readonly ServiceFacts[],
): ReadonlyMap<string, readonly (string | undefined)[]> {
  const byId = new Map<string, string[]>();
  for (const one of wanted) {
    const [id, value] = one.split(':');
    if (!facts.some(offered => offered.id === id && offered.choiceOf)) {
      throw wrongField('facts', `cannot name ${id}: ${known(facts)}`);
    }
    byId.set(id, [...(byId.get(id) ?? []), value]);
  }
  return byId;
}

function known(facts: readonly ServiceFacts[]): string {
  const ids = facts.filter(one => one.choiceOf).map(({ id }) => id);
  return ids.length > 0
    ? `it takes ${ids.join(', ')}`
    : 'no capability offers facts to filter by';
}
