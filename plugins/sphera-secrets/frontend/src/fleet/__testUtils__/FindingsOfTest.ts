import { ResponseError } from '@backstage/errors';
import type { OperationsClient } from '@sphera/plugin-operations-common';
import {
  type Finding,
  FINDING_KINDS,
  listDrift,
  type SecretsPlace,
} from '@sphera/plugin-secrets-common';
import { listServices } from '@sphera/plugin-services-common';

/** A place that is seen. */
export function place(more: Partial<SecretsPlace> = {}): SecretsPlace {
  return {
    environment: 'staging',
    region: 'eu-central-1',
    state: 'live',
    sweptAt: '2026-11-24T12:00:00.000Z',
    secrets: 23,
    calls: [{ api: 'ListSecrets', lastMinute: 3, perSecond: 50 }],
    ...more,
  };
}

/** A secret that one region lacks. */
export function finding(more: Partial<Finding> = {}): Finding {
  return {
    kind: 'missing',
    service: 'component:default/quotes',
    name: 'database-password',
    environment: 'staging',
    regions: ['us-east-1'],
    fullNames: [],
    sentence: 'Virginia lacks it; Frankfurt has it.',
    ...more,
  };
}

/** Findings in memory, with the filters that the page offers. */
export class FindingsOfTest implements OperationsClient {
  /** What was asked for last. */
  asked: any;
  places: SecretsPlace[] = [place()];
  /** Answered in place of findings. */
  failure?: number;

  constructor(readonly findings: Finding[] = []) {}

  async call(operation: { name: string }, input: any): Promise<any> {
    if (operation.name === listServices.name) return this.teams();
    if (operation.name !== listDrift.name) throw new Error(operation.name);
    if (this.failure) throw await this.refusal(this.failure);
    this.asked = input;
    const { kinds, text, environment, cursor, limit } = input;
    const narrowed = this.findings.filter(
      one =>
        (!text || one.name.includes(text)) &&
        (!environment || one.environment === environment),
    );
    const found = narrowed.filter(one => kinds.includes(one.kind));
    const from = Number(cursor ?? 0);
    const next = from + limit;
    return {
      items: found.slice(from, next),
      totalItems: found.length,
      nextCursor: next < found.length ? String(next) : undefined,
      counts: Object.fromEntries(
        FINDING_KINDS.map(kind => [
          kind,
          narrowed.filter(one => one.kind === kind).length,
        ]),
      ),
      places: this.places,
    };
  }

  private teams() {
    const teams = [{ value: 'group:default/booking', title: 'Booking' }];
    const facets = { teams, environments: [], types: [], lifecycles: [] };
    return { items: [], totalItems: 0, facets };
  }

  private refusal(status: number) {
    const error = { name: 'ServiceUnavailableError', message: 'Not now' };
    const body = JSON.stringify({ error, response: { statusCode: status } });
    const headers = { 'content-type': 'application/json' };
    return ResponseError.fromResponse(new Response(body, { status, headers }));
  }
}
