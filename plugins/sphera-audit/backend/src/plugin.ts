import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { operationsServiceRef } from '@sphera/plugin-operations-node';
import { announceStored } from './announceStored';
import { createSealer } from './chain/Sealer';
import { handleOperations } from './operations';
import { ownRecord } from './ownRecord';
import { Retention } from './retention/Retention';
import { readAuditSettings } from './settings';
import { auditSinkServiceRef } from './sink/auditSinkServiceRef';
import { AuditReader } from './storage/AuditReader';
import { AuditStore } from './storage/AuditStore';

const now = () => new Date();

/** Stores what every auditor of the process writes, and lets people search it. */
export const auditPlugin = createBackendPlugin({
  pluginId: 'sphera-audit',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        operations: operationsServiceRef,
        scheduler: coreServices.scheduler,
        sink: auditSinkServiceRef,
      },
      async init({ config, database, logger, operations, scheduler, sink }) {
        const settings = readAuditSettings(config);
        const sealer = createSealer(settings);
        const knex = await database.getClient();
        if (!database.migrations?.skip) {
          await knex.migrate.latest({
            directory: resolvePackagePath(
              '@sphera/plugin-audit-backend',
              'migrations',
            ),
          });
        }
        const reader = new AuditReader(knex, logger);
        const store = new AuditStore(knex, sealer, logger);
        await store.open(keyId =>
          ownRecord(
            {
              operation: 'sphera-audit:change-key',
              reason: 'From here on, records are sealed with another key',
              details: { keyId },
            },
            { now: now(), newId: randomUUID },
          ),
        );
        sink.open(store);
        announceStored(sink, operations);
        handleOperations(operations, { reader, sealer, now });

        const { retention: keep } = settings;
        if (!keep) return;
        const retention = new Retention({
          store,
          reader,
          sealer,
          keep,
          logger,
          now,
          newId: randomUUID,
        });
        await scheduler.scheduleTask({
          id: 'prune',
          frequency: { hours: 24 },
          initialDelay: { minutes: 5 },
          timeout: { hours: 2 },
          fn: () => retention.run(),
        });
      },
    });
  },
});
