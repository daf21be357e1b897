import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import type { LinksInSearch } from '@sphera/plugin-services-common';
import type { Links } from '../Links';
import { linksInSearch } from './linksInSearch';

/** How often a catalog that has just started is asked for services before there are none. */
const MOST_TRIES = 30;

/** Hands the links of all services to the search, for those who may see the service. */
export class LinksCollator implements DocumentCollatorFactory {
  readonly type = 'sphera-links';
  readonly visibilityPermission = catalogEntityReadPermission;

  constructor(
    private readonly parts: {
      directory: Pick<ServiceDirectory, 'list'>;
      links: Links;
      /** As people read the name of an environment. */
      titleOf(environment: string): string;
      /** Milliseconds between two looks at a catalog that has not read its services yet. */
      pause: number;
    },
  ) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.all());
  }

  private async *all(): AsyncGenerator<LinksInSearch> {
    const { links, titleOf } = this.parts;
    for (const service of await this.services()) {
      const found = linksInSearch(service, links.of(service), titleOf);
      if (found) yield found;
    }
  }

  private async services() {
    const { directory, pause } = this.parts;
    for (let tries = 1; ; tries++) {
      const services = await directory.list();
      if (services.length > 0 || tries === MOST_TRIES) return services;
      await sleep(pause);
    }
  }
}
