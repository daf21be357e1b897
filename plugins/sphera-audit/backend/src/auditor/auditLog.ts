import type { AuditorEvent } from '@backstage/backend-defaults/auditor';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { SEVERITIES } from '@sphera/plugin-audit-common';
import { guardedCallOf } from './guardedCall';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof LEVELS)[number];

/**
 * Writes events to a logger just as Backstage's own auditor does (same fields,
 * same levels by `backend.auditor.severityLogLevelMappings`), so that what
 * collects audit lines from logs goes on to work. Only better: it names the
 * person behind a call that came without a request.
 * @throws InputError where a level in the configuration is none.
 */
export function auditLog(
  config: Config,
  logger: LoggerService,
): (event: AuditorEvent) => void {
  const auditLogger = logger.child({ isAuditEvent: true });
  const levels = readLevels(config);
  return event => {
    const { error, ...fields } = { error: undefined, ...withCaller(event) };
    const level = levels[event.severityLevel];
    const message = `${event.plugin}.${event.eventId}`;
    if (error === undefined) {
      auditLogger[level](message, fields as unknown as JsonObject);
    } else {
      auditLogger.child(fields as never)[level](message, error);
    }
  };
}

function withCaller(event: AuditorEvent): AuditorEvent {
  const guarded = guardedCallOf(event);
  if (!guarded) return event;
  const { request } = event;
  return {
    ...event,
    actor: { ...event.actor, actorId: guarded.call.actor },
    // The input is in meta, without secrets; the query would repeat it with them.
    request: request && { ...request, url: request.url.split('?')[0] },
  };
}

function readLevels(config: Config): Record<string, Level> {
  const root = 'backend.auditor.severityLogLevelMappings';
  return Object.fromEntries(
    SEVERITIES.map(severity => {
      const key = `${root}.${severity}`;
      const text =
        config.getOptionalString(key) ??
        (severity === 'low' ? 'debug' : 'info');
      const level = LEVELS.find(one => one === text);
      if (level) return [severity, level];
      throw new InputError(
        `${key} must be one of ${LEVELS.join(', ')}, not "${text}"`,
      );
    }),
  );
}
