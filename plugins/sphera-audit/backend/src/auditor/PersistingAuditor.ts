import {
  AuditorEvent,
  DefaultAuditorService,
} from '@backstage/backend-defaults/auditor';
import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  AuditorServiceEvent,
  AuthService,
  HttpAuthService,
  LoggerService,
  PluginMetadataService,
} from '@backstage/backend-plugin-api';
import { SEVERITIES, Severity } from '@sphera/plugin-audit-common';
import type { AuditSink } from '../sink/AuditSink';
import { guardedCallOf } from './guardedCall';
import { recordOf } from './recordOf';

/** What the auditor of one plugin works with. */
export interface PersistingAuditorOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  plugin: PluginMetadataService;
  logger: LoggerService;
  /** Writes an event to the log, as the stock auditor does. */
  log: (event: AuditorEvent) => void;
  sink: AuditSink;
  /** Events of stock plugins below this are logged only. */
  minimumSeverity: Severity;
  now: () => Date;
  newId: () => string;
}

/** Backstage's auditor for one plugin, which also stores. */
export class PersistingAuditor implements AuditorService {
  constructor(private readonly options: PersistingAuditorOptions) {}

  /** @throws ServiceUnavailableError where the event cannot be stored: what it announces must not be done. */
  async createEvent(
    options: AuditorServiceCreateEventOptions,
  ): Promise<AuditorServiceEvent> {
    const correlation = this.options.newId();
    const stock = DefaultAuditorService.create(
      event => this.write(event, correlation),
      this.options,
    );
    const begun = await stock.createEvent(options);
    return {
      success: params => this.afterTheFact(begun.success(params), correlation),
      fail: params => this.afterTheFact(begun.fail(params), correlation),
    };
  }

  private async write(event: AuditorEvent, correlation: string) {
    const { log, sink, now, newId } = this.options;
    log(event);
    if (!this.isStored(event)) return;
    await sink.write(
      recordOf(event, { id: newId(), correlation, occurredAt: now() }),
    );
  }

  private isStored(event: AuditorEvent): boolean {
    const rank = (severity: Severity) => SEVERITIES.indexOf(severity);
    return (
      rank(event.severityLevel) >= rank(this.options.minimumSeverity) ||
      guardedCallOf(event) !== undefined
    );
  }

  // The deed is done: telling its caller that it failed would be untrue.
  private async afterTheFact(written: Promise<void>, correlation: string) {
    await written.catch((error: Error) =>
      this.options.logger.error(
        `The outcome of an action could not be stored in the audit log (correlation ${correlation}): ${error.name}`,
      ),
    );
  }
}
