import { ResponseError } from '@backstage/errors';
import {
  ClusterView,
  Drift,
  listClusters,
  listDrift,
  listServiceDeployments,
  ServiceDeployments,
} from '@sphera/plugin-kubernetes-common';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';
import { listServices } from '@sphera/plugin-services-common';
import { liveClusters } from './matrixAnswers';

/**
 * What runs where, in memory, behind the client that pages use. Inputs are checked
 * by the operations' own schemas; filters are the few that tests use.
 */
export class FleetOfTest implements OperationsClient {
  rows: ServiceDeployments[] = [];
  drift: Drift[] = [];
  clusters: ClusterView[] = liveClusters();
  /** Every question for services, as the page wrote it. */
  readonly asked: Record<string, unknown>[] = [];
  private failure?: { status: number; message: string };

  /** Lets lists fail from now on; with nothing, lets them succeed again. */
  fail(status?: number, message = 'The clusters do not answer') {
    this.failure = status ? { status, message } : undefined;
  }

  async call(operation: Operation, input: any): Promise<any> {
    const answer = this.answers[operation.name];
    if (operation.name === listServiceDeployments.name) {
      this.asked.push(JSON.parse(JSON.stringify(input)));
    }
    if (this.failure) throw await errorOf(this.failure);
    return JSON.parse(JSON.stringify(answer(operation.input.parse(input))));
  }

  private readonly answers: Record<string, (input: any) => unknown> = {
    [listClusters.name]: () => ({ items: this.clusters }),
    [listServiceDeployments.name]: input =>
      pageOf(
        this.rows.filter(
          row =>
            (!input.text || row.title.includes(input.text)) &&
            (!input.team || row.owners.includes(input.team)) &&
            (input.only !== 'drift' || row.drift.length > 0) &&
            (!input.mine || row.owners[0] === 'group:default/booking'),
        ),
        input,
      ),
    [listDrift.name]: input =>
      pageOf(
        this.drift.filter(
          one =>
            (!input.kind || one.kind === input.kind) &&
            (!input.environment || one.environment === input.environment),
        ),
        input,
      ),
    [listServices.name]: () => ({
      items: [],
      totalItems: 0,
      offset: 0,
      staleFacts: [],
      facets: {
        teams: [
          { value: 'group:default/booking', title: 'Booking', count: 1 },
          { value: 'group:default/money', title: 'Payments', count: 1 },
        ],
        environments: [],
        types: [],
        lifecycles: [],
      },
    }),
  };
}

function pageOf(found: unknown[], input: { cursor?: string; limit: number }) {
  const start = Number(input.cursor ?? 0);
  const end = start + input.limit;
  return {
    items: found.slice(start, end),
    totalItems: found.length,
    nextCursor: end < found.length ? String(end) : undefined,
  };
}

async function errorOf({
  status,
  message,
}: {
  status: number;
  message: string;
}) {
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
