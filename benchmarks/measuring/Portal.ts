import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { freeAddress } from './freeAddress';

const PROGRAM = 'ci-pipeline';
const TOKEN = 'benchmark-pipeline-4fKq9ZtWm2Xc7LvRb1Ns';

/** A backend that listens, and what a pipeline needs to ask it. */
export interface Portal {
  address: string;
  headers: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts one real backend, with a token for a pipeline. */
export async function startPortal(options: {
  features: BackendFeature[];
  /** What the pipeline may do, like sphera-locks:lock. */
  operations: string[];
  /** `sphera.fleet` of the configuration; two environments without clusters where absent. */
  fleet?: object;
  /** `backend.database`; SQLite in memory where absent. */
  database?: JsonObject;
  /** Further sections of `sphera`. */
  sphera?: JsonObject;
  /** Further sections of the configuration. */
  config?: JsonObject;
}): Promise<Portal> {
  const address = await freeAddress();
  const config = new ConfigReader({
    app: { baseUrl: address },
    backend: {
      // A line for each request would be most of what is measured.
      logger: { level: 'error' },
      baseUrl: address,
      listen: { host: '127.0.0.1', port: new URL(address).port },
      database: options.database ?? {
        client: 'better-sqlite3',
        connection: ':memory:',
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { subject: PROGRAM, token: TOKEN } },
        ],
      },
    },
    permission: { enabled: true },
    sphera: {
      fleet: (options.fleet as JsonObject) ?? {
        environments: [{ name: 'staging' }, { name: 'production' }],
      },
      policy: {
        callers: [{ subject: PROGRAM, operations: options.operations }],
      },
      ...options.sphera,
    },
    ...options.config,
  });
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  for (const feature of options.features) backend.add(feature);
  await backend.start();
  return {
    address,
    headers: { authorization: `Bearer ${TOKEN}` },
    stop: async () => void (await backend.stop()),
  };
}
