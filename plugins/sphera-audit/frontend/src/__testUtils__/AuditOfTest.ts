import { ResponseError } from '@backstage/errors';
import type { AuditRecord, Verification } from '@sphera/plugin-audit-common';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';

/** A record of Dana having locked payments a while ago, but for what is given. */
export function record(fields: Partial<AuditRecord> = {}): AuditRecord {
  const seq = fields.seq ?? 2;
  return {
    seq,
    id: `record-${seq}`,
    occurredAt: '2026-11-24T12:00:00.250Z',
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
    correlation: `action-${seq}`,
    ip: '10.0.0.7',
    details: {
      input: { actions: ['deploy', 'merge'], reason: 'incident 4711' },
      output: { id: 'lock-9' },
    },
    previousHash: 'a'.repeat(64),
    hash: 'b'.repeat(64),
    ...fields,
  };
}

/** An audit log in memory behind the client that the page uses; it filters by what tests filter by. */
export class AuditOfTest implements OperationsClient {
  records: AuditRecord[] = [];
  verification: Verification = {
    ok: true,
    checked: 2,
    first: 1,
    last: 2,
    hash: 'b'.repeat(64),
    keyed: true,
  };
  /** Every search, as the page wrote it. */
  readonly searches: Record<string, unknown>[] = [];
  private failure?: { status: number; message: string };

  /** Lets the next questions fail; with nothing, lets them succeed again. */
  fail(status?: number, message = 'The audit log cannot be read right now') {
    this.failure = status ? { status, message } : undefined;
  }

  async call(operation: Operation, input: any): Promise<any> {
    if (this.failure) throw await this.error();
    const parsed = operation.input.parse(input);
    switch (operation.name) {
      case 'list-events':
        this.searches.push(JSON.parse(JSON.stringify(input)));
        return this.list(parsed);
      case 'list-choices':
        return {
          actors: this.valuesOf('actor'),
          operations: this.valuesOf('operation'),
          services: this.valuesOf('service'),
        };
      default:
        return this.verification;
    }
  }

  private list(input: any) {
    const fields = ['actor', 'service', 'operation', 'outcome'] as const;
    const found = this.records.filter(one =>
      input.correlation
        ? one.correlation === input.correlation
        : fields.every(field => !input[field] || one[field] === input[field]) &&
          (!input.text || one.reason?.includes(input.text)),
    );
    const start = Number(input.cursor ?? 0);
    const end = start + input.limit;
    return {
      items: found.slice(start, end),
      totalItems: found.length,
      nextCursor: end < found.length ? String(end) : undefined,
    };
  }

  private valuesOf(field: 'actor' | 'operation' | 'service') {
    const values = this.records.map(one => one[field]).filter(Boolean);
    return [...new Set(values)].sort();
  }

  private async error() {
    const { status, message } = this.failure!;
    return ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'Error', message },
          response: { statusCode: status },
        }),
        { status, headers: { 'content-type': 'application/json' } },
      ),
    );
  }
}
