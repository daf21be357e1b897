import type { Fleet } from '@sphera/plugin-fleet-common';
import { byText } from '@sphera/plugin-operations-node';
import type { FacetChoice, Facets } from '@sphera/plugin-services-common';
import type { ServiceFacts } from '@sphera/plugin-services-node';
import { choiceIn } from './choices';
import type { HubRow } from './HubRow';
import type { FilterName } from './match';
import { byStage } from './order';

class Tally {
  private readonly counted = new Map<string, FacetChoice>();

  add(value: string, title = value) {
    const known = this.counted.get(value);
    if (known) known.count += 1;
    else this.counted.set(value, { value, title, count: 1 });
  }

  count(value: string): number {
    return this.counted.get(value)?.count ?? 0;
  }

  choices(compare: (a: FacetChoice, b: FacetChoice) => number): FacetChoice[] {
    return [...this.counted.values()].sort(compare);
  }
}

/** Facts that can be filtered by, with what was counted of them. */
interface OfferedFacts {
  facts: ServiceFacts;
  tally: Tally;
  /** By value. */
  places: Map<string, number>;
}

function byPlace(
  places: ReadonlyMap<string, number>,
  a: FacetChoice,
  b: FacetChoice,
): number {
  const [x = 0, y = 0] = [places.get(a.value), places.get(b.value)];
  return x === y ? byText(a.title, b.title) : x - y;
}

/** Counts what each filter could be set to. */
export class FacetCounter {
  private readonly teams = new Tally();
  private readonly environments = new Tally();
  private readonly types = new Tally();
  private readonly lifecycles = new Tally();
  private readonly offered: ReadonlyArray<OfferedFacts>;

  constructor(facts: readonly ServiceFacts[] = []) {
    this.offered = facts.flatMap(one =>
      one.choiceOf
        ? [{ facts: one, tally: new Tally(), places: new Map() }]
        : [],
    );
  }

  /** Counts a row that passes every filter but `hiddenBy`, or all of them. */
  count(row: HubRow, hiddenBy?: FilterName): void {
    const counts = (facet: FilterName) => !hiddenBy || hiddenBy === facet;
    if (counts('team')) {
      for (const { ref, title } of row.owners) this.teams.add(ref, title);
    }
    if (counts('environment')) {
      for (const name of row.environments) this.environments.add(name);
    }
    if (counts('type')) this.types.add(row.type);
    if (counts('lifecycle') && row.lifecycle) {
      this.lifecycles.add(row.lifecycle);
    }
    for (const { facts, tally, places } of this.offered) {
      const choice = counts(`facts:${facts.id}`) && choiceIn(row, facts);
      if (!choice) continue;
      const { value, title, place = Infinity } = choice;
      tally.add(value, title);
      places.set(value, place);
    }
  }

  /**
   * What was counted, each facet in the order in which people should see it.
   * Environments that the fleet does not know are no choice: no question may name them.
   */
  facets(fleet: Fleet): Facets {
    return {
      teams: this.teams.choices((a, b) => byText(a.title, b.title)),
      environments: fleet.environments.flatMap(({ name, title }) => {
        const count = this.environments.count(name);
        return count > 0 ? [{ value: name, title, count }] : [];
      }),
      types: this.types.choices((a, b) => byText(a.value, b.value)),
      lifecycles: this.lifecycles.choices((a, b) => byStage(a.value, b.value)),
      ...(this.offered.length > 0 && { facts: this.factChoices() }),
    };
  }
  private factChoices() {
    return Object.fromEntries(
      this.offered.map(({ facts, tally, places }) => [
        facts.id,
        tally.choices((a, b) => byPlace(places, a, b)),
      ]),
    );
  }
}
