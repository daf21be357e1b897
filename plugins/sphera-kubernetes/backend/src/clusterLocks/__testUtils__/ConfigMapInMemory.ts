import { ConflictError } from '@backstage/errors';
import type { ClusterClient } from '../../adapters/ClusterClient';

type Client = Pick<ClusterClient, 'readConfigMap' | 'writeConfigMap'>;

/** The ConfigMap of a cluster that is not there: refuses a write on a version that has passed, as an API server does. */
export class ConfigMapInMemory implements Client {
  /** Absent: nobody installed it. */
  data?: Record<string, string> = {};
  /** What has been asked of it. */
  reads = 0;
  writes = 0;
  /** Why it does not answer. */
  failure?: Error;
  /** Waited for before a write is looked at. */
  beforeWrite = async () => {};
  private version = 1;

  async readConfigMap() {
    this.reads++;
    if (this.failure) throw this.failure;
    return this.data && { data: this.data, version: String(this.version) };
  }

  async writeConfigMap(
    _namespace: string,
    _name: string,
    content: Parameters<Client['writeConfigMap']>[2],
  ) {
    await this.beforeWrite();
    if (content.version !== String(this.version)) {
      throw new ConflictError('It has another version by now');
    }
    this.writes++;
    this.version++;
    this.data = content.data;
  }
}
