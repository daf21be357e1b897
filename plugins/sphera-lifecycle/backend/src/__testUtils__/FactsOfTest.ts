import type { FactSource, Seen } from '@sphera/plugin-lifecycle-node';
import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** A source whose facts a test switches: none holds until it says so. */
export class FactsOfTest implements FactSource {
  readonly id = 'test';
  readonly title = 'The test';
  readonly facts = [
    'code-there',
    'build-passed',
    'docs-there',
    'healthy',
    'retired',
    'runs-nowhere',
  ].map(id => ({ id, title: `The fact ${id}` }));
  readonly lookEvery = 300_000;
  readonly #holding = new Set<string>();
  /** Says that something new may be seen. */
  tell: (services?: readonly string[]) => void = () => {};
  /** Why it cannot look; absent: it can. */
  failure?: string;

  hold(service: string, ...facts: string[]): void {
    for (const fact of facts) this.#holding.add(`${service} ${fact}`);
  }

  fail(service: string, ...facts: string[]): void {
    for (const fact of facts) this.#holding.delete(`${service} ${fact}`);
  }

  async look(services: readonly ServiceEntry[]) {
    return new Map(
      services.map(({ ref, name }) => [ref, this.#seenOf(name)] as const),
    );
  }

  onChange(changed: (services?: readonly string[]) => void) {
    this.tell = changed;
  }

  #seenOf(name: string): Seen {
    if (this.failure) return { failed: this.failure };
    return {
      facts: Object.fromEntries(
        this.facts.map(({ id }) => {
          const holds = this.#holding.has(`${name} ${id}`);
          const sentence = `${id} ${holds ? 'is so' : 'is not so'}`;
          return [id, { holds, sentence }];
        }),
      ),
    };
  }
}
