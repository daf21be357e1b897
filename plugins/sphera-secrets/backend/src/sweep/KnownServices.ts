import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';

/**
 * Names of the services that the catalog knows, lower case. Only those of namespace `default`:
 * names of secrets do not tell namespaces apart.
 */
export class KnownServices {
  constructor(
    private readonly parts: {
      directory: Pick<ServiceDirectory, 'list'>;
      logger: Pick<LoggerService, 'warn'>;
    },
  ) {}

  /** None where the catalog does not answer: better no value is read than one of nobody's. */
  async names(): Promise<ReadonlySet<string>> {
    try {
      const services = await this.parts.directory.list();
      return new Set(
        services
          .map(({ ref }) => parseEntityRef(ref))
          .filter(({ namespace }) => namespace === 'default')
          .map(({ name }) => name.toLowerCase()),
      );
    } catch {
      this.parts.logger.warn(
        'Values of secrets are not read now, since the catalog does not answer',
      );
      return new Set();
    }
  }
}
