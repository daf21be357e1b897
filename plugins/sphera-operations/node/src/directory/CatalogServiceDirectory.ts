import { isDeepStrictEqual } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { withoutValues } from '../pipeline/publicError';
import type { ServiceDirectory, ServiceEntry } from '../ServiceDirectory';
import { serviceEntry } from './serviceEntry';

/** Where the directory reads entities. */
export interface EntitySource {
  all(): Promise<Entity[]>;
  one(ref: string): Promise<Entity | undefined>;
}

const OLDEST_MS = 30_000;
// A catalog that has just started takes a while to read what it is to hold.
const YOUNG_MS = 120_000;
const OLDEST_WHILE_YOUNG_MS = 2_000;
const UNKNOWN_FOR_MS = 5_000;

/**
 * The services of the catalog in memory: loaded whole and reloaded once half a
 * minute old, sooner in its first two minutes. Who asks for one service does not
 * wait for that; one that is not there is looked up by itself, at most every
 * five seconds.
 */
export class CatalogServiceDirectory implements ServiceDirectory {
  private services = new Map<string, ServiceEntry>();
  private loadedAt = -Infinity;
  private loading?: Promise<void>;
  private readonly unknownSince = new Map<string, number>();
  private readonly startedAt: number;

  constructor(
    private readonly source: EntitySource,
    private readonly options: {
      /** Values of `spec.type` that make a component a service. */
      types: string[];
      logger: LoggerService;
      now: () => number;
    },
  ) {
    this.startedAt = options.now();
  }

  async get(ref: string, { fresh = false } = {}) {
    if (fresh)
      return this.lookUp(ref).catch(error => this.remember(ref, error));
    await this.loaded();
    const known = this.services.get(ref);
    if (known) return known;
    const since = this.unknownSince.get(ref);
    if (since !== undefined && this.options.now() - since < UNKNOWN_FOR_MS) {
      return undefined;
    }
    return this.lookUp(ref);
  }

  async list() {
    await this.loaded();
    // What is old is better than nothing, where it cannot be read anew.
    await this.loading?.catch(() => undefined);
    return [...this.services.values()];
  }

  private async lookUp(ref: string): Promise<ServiceEntry | undefined> {
    const entity = await this.source.one(ref);
    const service = entity && this.entryOf(entity);
    if (service) {
      this.services.set(ref, service);
      this.unknownSince.delete(ref);
    } else {
      this.services.delete(ref);
      this.rememberUnknown(ref);
    }
    return service;
  }

  /** What memory knows, where the catalog cannot be asked: a lock must not wait for it. */
  private remember(ref: string, error: unknown): ServiceEntry {
    const known = this.services.get(ref);
    if (!known) throw error;
    this.options.logger.warn(
      `The catalog does not answer about ${ref}, so memory does: ${withoutValues(
        error,
      )}`,
    );
    return known;
  }

  private rememberUnknown(ref: string) {
    // Whoever asks for ever new names must not fill the memory.
    if (this.unknownSince.size > 1_000) this.unknownSince.clear();
    this.unknownSince.set(ref, this.options.now());
  }

  /** Begins to reload what is too old; waits only while nothing was ever loaded. */
  private async loaded() {
    const now = this.options.now();
    const oldest =
      now - this.startedAt < YOUNG_MS ? OLDEST_WHILE_YOUNG_MS : OLDEST_MS;
    if (now - this.loadedAt > oldest && !this.loading) {
      this.loading = this.load().finally(() => {
        this.loading = undefined;
      });
      this.loading.catch(error =>
        this.options.logger.warn(
          `The services of the catalog cannot be read: ${withoutValues(error)}`,
        ),
      );
    }
    if (this.loadedAt === -Infinity) await this.loading;
  }

  private async load() {
    const entities = await this.source.all();
    const services = entities.flatMap(entity => this.entryOf(entity) ?? []);
    this.services = new Map(services.map(service => [service.ref, service]));
    this.loadedAt = this.options.now();
  }

  /** The same object as before where the catalog says the same, so that what was worked out of it holds. */
  private entryOf(entity: Entity): ServiceEntry | undefined {
    const entry = serviceEntry(entity, this.options.types);
    const known = entry && this.services.get(entry.ref);
    return isDeepStrictEqual(entry, known) ? known : entry;
  }
}
