import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { AuditSink, GroupingAuditSink } from './AuditSink';

/** The one sink of the process: the auditor of every plugin writes to it, sphera-audit opens it. */
export const auditSinkServiceRef = createServiceRef<AuditSink>({
  id: 'sphera.audit-sink',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new GroupingAuditSink(),
    }),
});
