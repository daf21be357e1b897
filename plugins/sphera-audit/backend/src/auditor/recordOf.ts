import type { AuditorEvent } from '@backstage/backend-defaults/auditor';
import type { JsonObject } from '@backstage/types';
import type { NewRecord } from '../chain/chain';
import { clipped, clippedJson } from './clipped';
import { errorText } from './errorText';
import { guardedCallOf } from './guardedCall';

/** What an event does not say by itself. */
export interface EventContext {
  id: string;
  /** The same on the start and the outcome of one action. */
  correlation: string;
  occurredAt: Date;
}

/** The record of an event, whether of a sphera operation or of a stock plugin. */
export function recordOf(
  event: AuditorEvent,
  context: EventContext,
): NewRecord {
  const common = {
    id: context.id,
    occurredAt: context.occurredAt.toISOString(),
    plugin: event.plugin,
    outcome: event.status,
    severity: event.severityLevel,
    correlation: context.correlation,
    ip: event.actor.ip && clipped(event.actor.ip, 64),
    error:
      event.status === 'failed'
        ? clipped(errorText(event.error), 2000)
        : undefined,
  };
  const guarded = guardedCallOf(event);
  if (!guarded) return { ...common, ...stockFields(event) };
  const { call, more } = guarded;
  return {
    ...common,
    actor: clipped(call.actor, 255),
    actorKind: call.kind,
    door: call.door,
    operation: call.operation,
    service: call.service,
    environment: call.environment,
    region: call.region,
    cluster: call.cluster,
    outcome: call.outcome ?? common.outcome,
    reason: call.reason && clipped(call.reason, 1000),
    correlation: call.id,
    error: call.error
      ? clipped(`${call.error.name}: ${call.error.message}`, 2000)
      : common.error,
    details: clippedJson({
      input: call.input,
      ...more,
      ...userAgent(event),
    }),
  };
}

function stockFields(event: AuditorEvent) {
  const { meta, request, actor } = event;
  // A task of the scaffolder runs without a request, but says whose it is.
  const createdBy = request ? undefined : textIn(meta, 'createdBy');
  const who = createdBy ?? actor.actorId ?? 'unknown';
  const entityRef = textIn(meta, 'entityRef')?.toLowerCase();
  return {
    actor: clipped(who, 255),
    actorKind: who.startsWith('user:')
      ? ('user' as const)
      : ('service' as const),
    door: stockDoor(event),
    operation: clipped(`${event.plugin}:${event.eventId}`, 200),
    service: entityRef?.startsWith('component:')
      ? clipped(entityRef, 255)
      : undefined,
    details: clippedJson({
      ...meta,
      ...(request && {
        // Its query may hold what nobody meant to be kept.
        request: { method: request.method, path: request.url.split('?')[0] },
      }),
      ...userAgent(event),
    }),
  };
}

function stockDoor({ plugin, request }: AuditorEvent): NewRecord['door'] {
  if (plugin === 'mcp-actions') return 'mcp';
  if (request) return 'http';
  return plugin === 'scaffolder' ? 'scaffolder' : undefined;
}

function userAgent({ actor }: AuditorEvent) {
  return actor.userAgent ? { userAgent: clipped(actor.userAgent, 300) } : {};
}

function textIn(meta: JsonObject | undefined, field: string) {
  const value = meta?.[field];
  return typeof value === 'string' ? value : undefined;
}
