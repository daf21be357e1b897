import type { JsonObject } from '@backstage/types';
import type { NewRecord } from './chain/chain';

/** A record of something that the audit log did to itself. */
export function ownRecord(
  what: { operation: string; reason: string; details: JsonObject },
  context: { now: Date; newId: () => string },
): NewRecord {
  return {
    id: context.newId(),
    occurredAt: context.now.toISOString(),
    actor: 'plugin:sphera-audit',
    actorKind: 'service',
    door: 'schedule',
    plugin: 'sphera-audit',
    operation: what.operation,
    outcome: 'succeeded',
    severity: 'high',
    reason: what.reason,
    correlation: context.newId(),
    details: JSON.stringify(what.details),
  };
}
