import type { FactSource, Seen } from '@sphera/plugin-lifecycle-node';
import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** A source as a company writes one: beacons that are lit, or not. */
export class BeaconSource implements FactSource {
  readonly title: string;
  readonly facts;
  readonly lookEvery = 300_000;
  /** Services that were looked at, look by look. */
  readonly looks: string[][] = [];
  /** Services whose beacon is lit; a fact holds where it is. */
  readonly lit = new Set<string>();
  /** Of these services one cannot tell. */
  readonly hidden = new Set<string>();
  /** Instead of an answer. */
  answer?: () => Promise<ReadonlyMap<string, Seen>>;
  /** Says that something new may be seen. */
  tell: (services?: readonly string[]) => void = () => {};

  constructor(readonly id = 'beacons') {
    this.title = `The ${id}`;
    this.facts = [
      { id: `${id}-lit`, title: 'The beacon is lit' },
      { id: `${id}-there`, title: 'There is a beacon' },
    ];
  }

  async look(services: readonly ServiceEntry[]) {
    this.looks.push(services.map(({ name }) => name).sort());
    if (this.answer) return this.answer();
    return this.seen(services);
  }

  /** What there is to be seen now. */
  seen(
    services: ReadonlyArray<Pick<ServiceEntry, 'ref' | 'name'>>,
  ): Map<string, Seen> {
    return new Map(
      services.map(({ ref, name }) => {
        const there = { holds: true, sentence: `${name} has a beacon` };
        const holds = this.lit.has(name);
        const lit = {
          holds,
          sentence: `The beacon of ${name} is ${holds ? 'lit' : 'dark'}`,
          link: { title: 'Beacon', url: `https://beacons.example/${name}` },
        };
        const facts = this.hidden.has(name)
          ? { [`${this.id}-there`]: there }
          : { [`${this.id}-there`]: there, [`${this.id}-lit`]: lit };
        return [ref, { facts }];
      }),
    );
  }

  onChange(changed: (services?: readonly string[]) => void) {
    this.tell = changed;
  }
}
