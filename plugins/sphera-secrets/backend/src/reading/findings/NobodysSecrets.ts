import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { SecretsMemory } from '../../records/SecretsMemory';
import { mayHaveSecrets } from '../recordsOf';
import type { Found } from './Found';
import { unownedAmong } from './unowned';

/** What nobody owns; looked for again only when secrets or the catalog have changed. */
export class NobodysSecrets {
  private known?: { of: string; found: readonly Found[] };

  constructor(
    private readonly memory: Pick<SecretsMemory, 'all' | 'places' | 'revision'>,
  ) {}

  /** By full name. @param services - all of the catalog */
  among(services: readonly ServiceEntry[]): readonly Found[] {
    const names = new Set(
      services
        .filter(({ ref }) => mayHaveSecrets(ref))
        .map(({ name }) => name.toLowerCase()),
    );
    const of = `${this.memory.revision} ${[...names].join(' ')}`;
    if (this.known?.of === of) return this.known.found;
    const records = [...this.memory.all()].filter(
      ({ serviceName }) => serviceName === undefined || !names.has(serviceName),
    );
    const environments = this.memory
      .places()
      .map(({ environment }) => environment);
    const found = unownedAmong(records, environments);
    this.known = { of, found };
    return found;
  }
}
