import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { readAuditSettings } from '../settings';
import { auditSinkServiceRef } from '../sink/auditSinkServiceRef';
import { auditLog } from './auditLog';
import { PersistingAuditor } from './PersistingAuditor';

/**
 * Replaces Backstage's auditor, for every plugin: events are logged as before
 * and stored besides. Add it to the backend next to the plugin.
 */
export const persistingAuditorFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    httpAuth: coreServices.httpAuth,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
    sink: auditSinkServiceRef,
  },
  factory: ({ config, ...deps }) =>
    new PersistingAuditor({
      ...deps,
      log: auditLog(config, deps.logger),
      minimumSeverity: readAuditSettings(config).minimumSeverity,
      now: () => new Date(),
      newId: randomUUID,
    }),
});
