import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';

/** Keys that are a name, or begin with it and a dot, are of one service. */
export interface KeptNamespace {
  namespace: string;
  /** Entity ref. */
  service: string;
  claimedBy: string;
  /** In milliseconds. */
  claimedAt: number;
}

interface NamespaceRow {
  namespace: string;
  service: string;
  claimed_by: string;
  claimed_at: number | string;
}

/** Namespaces of flags in a database that Knex speaks to. */
export class NamespaceStore {
  constructor(private readonly knex: Knex) {}

  /** Claims one; answers with the service that has it afterwards. */
  async claim(wanted: KeptNamespace): Promise<string> {
    const { namespace, service, claimedBy, claimedAt } = wanted;
    await ifNobodyDid('claim the flag namespace', async () =>
      this.#rows().insert({
        namespace,
        service,
        claimed_by: claimedBy,
        claimed_at: claimedAt,
      }),
    );
    return (await this.ownerOf(namespace)) ?? service;
  }

  /** Entity ref of the service that has it. */
  async ownerOf(namespace: string): Promise<string | undefined> {
    const row = await inStorage('read the flag namespace', async () =>
      this.#rows().where({ namespace }).first(),
    );
    return row?.service;
  }

  /** Gives it free where the service has it. */
  async release(namespace: string, service: string): Promise<void> {
    await inStorage('release the flag namespace', async () =>
      this.#rows().where({ namespace, service }).delete(),
    );
  }

  #rows() {
    return this.knex<NamespaceRow>('flag_namespaces');
  }
}
