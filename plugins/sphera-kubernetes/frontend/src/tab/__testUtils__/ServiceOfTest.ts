import { ResponseError } from '@backstage/errors';
import {
  ClusterEvent,
  DeploymentDetails,
  Drift,
  getDeployment,
  listDeployments,
  listDrift,
  listEvents,
  restartDeployment,
  setAutoscalerBounds,
} from '@sphera/plugin-kubernetes-common';
import { listLocks, Lock } from '@sphera/plugin-locks-common';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';
import { details } from './answers';

/** What runs of one service, in memory, behind the client that pages use. Inputs are checked by the operations' own schemas. */
export class ServiceOfTest implements OperationsClient {
  deployments: DeploymentDetails[] = [details()];
  drift: Drift[] = [];
  events: ClusterEvent[] = [];
  locks: Lock[] = [];
  /** What pages asked for, apart from reading: name and parsed input. */
  readonly changes: [string, unknown][] = [];
  private readonly failures = new Map<string, Response>();

  /** Lets an operation fail until it is called with no failure. */
  fail(
    operation: Operation,
    status?: number,
    message?: string,
    failureDetails?: object,
  ) {
    this.failures.delete(operation.name);
    if (status && message) {
      const failure = errorResponse(status, message, failureDetails);
      this.failures.set(operation.name, failure);
    }
  }

  async call(operation: Operation, input: any): Promise<any> {
    const failure = this.failures.get(operation.name);
    if (failure) throw await ResponseError.fromResponse(failure.clone());
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path, message }) => ({
        field: path.join('.'),
        message,
      }));
      throw await ResponseError.fromResponse(
        errorResponse(400, 'Some fields are wrong', { fields }),
      );
    }
    if (operation.effect !== 'read') {
      this.changes.push([operation.name, parsed.data]);
    }
    return JSON.parse(JSON.stringify(this.answer(operation, parsed.data)));
  }

  private answer(operation: Operation, input: any): unknown {
    switch (operation.name) {
      case listDeployments.name:
        return pageOf(this.deployments);
      case getDeployment.name:
        return this.deployments.find(
          ({ cluster }) => cluster === input.cluster,
        );
      case listDrift.name:
        return pageOf(this.drift);
      case listEvents.name:
        return pageOf(this.events);
      case listLocks.name:
        return pageOf(this.locks);
      case restartDeployment.name:
        return this.restart(input);
      case setAutoscalerBounds.name: {
        const { autoscalers } = this.deployments[0];
        return Object.assign(autoscalers[0], input);
      }
      default:
        throw new Error(`No answer for ${operation.name}`);
    }
  }

  private restart({ reason, ...place }: any) {
    const found = this.deployments.find(
      ({ cluster }) => cluster === place.cluster,
    )!;
    found.restart = {
      ...place,
      id: 'restart-1',
      reason,
      startedBy: 'user:default/dana',
      startedAt: new Date().toISOString(),
      state: 'rolling',
      pods: { wanted: 3, ready: 1 },
      sentence: '1 of 3 new pods is ready.',
    };
    found.restartable = {
      allowed: false,
      reason: 'A rollout is in progress. Wait until it has ended.',
    };
    return found.restart;
  }
}

function pageOf(items: unknown[]) {
  return { items, totalItems: items.length };
}

function errorResponse(status: number, message: string, failure?: object) {
  return new Response(
    JSON.stringify({
      error: { name: 'Error', message, details: failure },
      response: { statusCode: status },
    }),
    { status, headers: { 'content-type': 'application/json' } },
  );
}
