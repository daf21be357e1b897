import { randomUUID } from 'node:crypto';
import type { NewRecord } from '../chain/chain';

/** A record of Dana having locked payments, but for what is given. */
export function record(fields: Partial<NewRecord> = {}): NewRecord {
  return {
    id: randomUUID(),
    occurredAt: '2026-11-24T12:00:00.000Z',
    actor: 'user:default/dana',
    actorKind: 'user',
    door: 'http',
    plugin: 'sphera-locks',
    operation: 'sphera-locks:lock',
    service: 'component:default/payments',
    environment: 'production',
    outcome: 'succeeded',
    severity: 'medium',
    reason: 'incident 4711',
    correlation: randomUUID(),
    ip: '10.0.0.7',
    details: '{"input":{"reason":"incident 4711"}}',
    ...fields,
  };
}

/** The start and the outcome of one action. */
export function action(fields: Partial<NewRecord> = {}): NewRecord[] {
  const correlation = randomUUID();
  return [
    record({ correlation, ...fields, outcome: 'initiated' }),
    record({ correlation, ...fields }),
  ];
}
