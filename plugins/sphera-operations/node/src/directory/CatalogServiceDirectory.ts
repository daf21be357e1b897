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
const UNKNOWN_FOR_MS = 5_000;

/**
 * The services of the catalog in memory: loaded whole, reloaded in the
 * background once half a minute old; a service that is not there is looked up
 * by itself, at most every five seconds.
 */
export class CatalogServiceDirectory implements ServiceDirectory {
  private services = new Map<string, ServiceEntry>();
  private loadedAt = -Infinity;
  private loading?: Promise<void>;
  private readonly unknownSince = new Map<string, number>();

  constructor(
    private readonly source: EntitySource,
    private readonly options: {
      /** Values of `spec.type` that make a component a service. */
      types: string[];
      logger: LoggerService;
      now: () => number;
    },
  ) {}

  async get(ref: string, { fresh = false } = {}) {
    if (fresh) return this.lookUp(ref);
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
    return [...this.services.values()];
  }

  private async lookUp(ref: string): Promise<ServiceEntry | undefined> {
    const entity = await this.source.one(ref);
    const service = entity && serviceEntry(entity, this.options.types);
    if (service) {
      this.services.set(ref, service);
      this.unknownSince.delete(ref);
    } else {
      this.services.delete(ref);
      this.rememberUnknown(ref);
    }
    return service;
  }

  private rememberUnknown(ref: string) {
    // Whoever asks for ever new names must not fill the memory.
    if (this.unknownSince.size > 1_000) this.unknownSince.clear();
    this.unknownSince.set(ref, this.options.now());
  }

  /** Waits only while nothing was ever loaded; later reloads happen behind the answer. */
  private async loaded() {
    const age = this.options.now() - this.loadedAt;
    if (age > OLDEST_MS && !this.loading) {
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
    const services = entities.flatMap(
      entity => serviceEntry(entity, this.options.types) ?? [],
    );
    this.services = new Map(services.map(service => [service.ref, service]));
    this.loadedAt = this.options.now();
  }
}
