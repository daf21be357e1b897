import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { ServicesPage } from '@sphera/plugin-services-common';
import type { FactsSource } from '../facts/FactsSource';
import { answer } from './answer';
import { buildRows } from './buildRows';
import type { HubTable } from './HubRow';
import type { Question } from './Question';

// The first page waits this long for facts; what comes later is announced.
const FIRST_FACTS_MS = 1_000;

/** What the hub is made from. */
export interface HubParts {
  directory: Pick<ServiceDirectory, 'list'>;
  /** Titles of owners, by entity ref; never throws. */
  ownerTitles(refs: string[]): Promise<ReadonlyMap<string, string>>;
  sources: readonly FactsSource[];
  fleet: Fleet;
  logger: LoggerService;
  /** Tells open pages that the table is another one. */
  announce(): Promise<void>;
}

/** The table of all services, in memory, renewed as catalog and facts change. */
export class Hub {
  private services: readonly ServiceEntry[] = [];
  private ownerTitles: ReadonlyMap<string, string> = new Map();
  private table?: HubTable;
  private renewing?: Promise<void>;

  constructor(private readonly parts: HubParts) {
    for (const source of parts.sources) {
      source.facts.onChange?.(() => void this.renewFacts(source));
    }
  }

  /**
   * One page of the table.
   * @throws InputError for an order or a cursor that the hub does not know
   * @throws ServiceUnavailableError as long as the catalog has never answered
   */
  async ask(question: Question): Promise<ServicesPage> {
    // A hub without services is one whose catalog has not read them yet.
    if (!this.table?.rows.length) await this.renew();
    const facts = this.parts.sources.map(source => source.facts);
    return answer(this.table!, question, { fleet: this.parts.fleet, facts });
  }

  /**
   * Looks at the catalog and at all facts again.
   * @throws ServiceUnavailableError where the catalog does not answer
   */
  async renew(): Promise<void> {
    this.renewing ??= this.renewAll().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async renewAll() {
    const { directory, ownerTitles, sources } = this.parts;
    try {
      this.services = await directory.list();
    } catch (error) {
      throw new ServiceUnavailableError(
        `The software catalog does not answer: ${stringifyError(error)}`,
      );
    }
    const owners = new Set(this.services.flatMap(service => service.owners));
    this.ownerTitles = await ownerTitles([...owners]);
    if (this.table) this.rebuild();
    // Each on its own: one that hangs does not keep the others from the page.
    const renewed = sources.map(source => this.renewFacts(source));
    if (this.table) return;
    await Promise.race([Promise.all(renewed), sleep(FIRST_FACTS_MS)]);
    this.rebuild();
  }

  private async renewFacts(source: FactsSource) {
    const changed = await source.renew(() => this.services);
    if (changed && this.table) this.rebuild();
  }

  private rebuild() {
    const { sources, fleet, logger, announce } = this.parts;
    const rows = buildRows({
      services: this.services,
      ownerTitles: this.ownerTitles,
      fleet,
      facts: new Map(sources.map(({ facts, values }) => [facts.id, values])),
    });
    const staleFacts = sources.flatMap(({ stale }) => stale ?? []);
    const before = this.table;
    if (isDeepStrictEqual(before, { rows, staleFacts })) return;
    this.table = { rows, staleFacts };
    if (!before) return;
    announce().catch(error =>
      logger.warn(`Open pages were not told: ${stringifyError(error)}`),
    );
  }
}
