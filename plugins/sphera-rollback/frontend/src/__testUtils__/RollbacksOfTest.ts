import { ResponseError } from '@backstage/errors';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';
import {
  cancelRollback,
  getLayout,
  getRollback,
  getRollbackSet,
  type Layout,
  listRollbacks,
  listVersions,
  type Plan,
  planRollback,
  planRollbackSet,
  planRollForward,
  type Rollback,
  type RollbackSet,
  rollForward,
  type SetPlan,
  startRollback,
  startRollbackSet,
  type Version,
} from '@sphera/plugin-rollback-common';
import { listServices } from '@sphera/plugin-services-common';
import { layout, plan, rollback, versions } from './answers';
import { rollbackSet, setPlan } from './setAnswers';

interface Failure {
  status: number;
  message: string;
  details?: object;
}

/** Rollbacks of one service, in memory, behind the client that pages use. Inputs are checked by the operations' own schemas. */
export class RollbacksOfTest implements OperationsClient {
  layout: Layout = layout();
  versions: Version[] = versions();
  /** What is to run; absent: the version that says so of itself. */
  current?: { version: string; regions: string[] }[];
  stale?: string;
  rollbacks: Rollback[] = [];
  /** What differs from {@link plan} in each plan. */
  planFields: Partial<Plan> = {};
  setPlan: SetPlan = setPlan();
  set: RollbackSet = rollbackSet();
  /** What pages asked for: name and parsed input. */
  readonly asked: [string, Record<string, any>][] = [];
  private readonly failures = new Map<string, Failure>();

  /** Lets an operation fail until it is called with no failure. */
  fail(operation: Operation, failure?: Failure) {
    this.failures.delete(operation.name);
    if (failure) this.failures.set(operation.name, failure);
  }

  /** The last input that an operation was called with. */
  lastAsked(operation: Operation): Record<string, any> | undefined {
    return this.asked.filter(([name]) => name === operation.name).at(-1)?.[1];
  }

  async call(operation: Operation, input: any): Promise<any> {
    const parsed = await parse(operation, input);
    this.asked.push([operation.name, parsed]);
    const failure = this.failures.get(operation.name);
    if (failure) throw await responseError(failure);
    return JSON.parse(JSON.stringify(this.answers[operation.name](parsed)));
  }

  private readonly answers: Record<string, (input: any) => unknown> = {
    [getLayout.name]: () => this.layout,
    [listVersions.name]: input => ({
      ...page(this.versions, input),
      current: this.current ?? [
        {
          version: this.versions.find(one => one.isCurrent)?.version,
          regions: ['eu', 'us'],
        },
      ],
      fetchedAt: new Date().toISOString(),
      stale: this.stale,
    }),
    [planRollback.name]: ({ environment, regions, version }) => ({
      ...plan({ environment, version, ...(regions && { regions }) }),
      ...this.planFields,
    }),
    [startRollback.name]: ({ version, reason }) => {
      const started = rollback({ version, reason });
      this.rollbacks = [started, ...this.rollbacks];
      return started;
    },
    [listRollbacks.name]: input =>
      page(
        this.rollbacks.filter(
          ({ service, environment, state }) =>
            (!input.service || input.service === service) &&
            (!input.environment || input.environment === environment) &&
            (input.state === 'all' || input.state === state),
        ),
        input,
      ),
    [getRollback.name]: ({ id }) =>
      this.rollbacks.find(one => one.id === id) ?? rollback({ id }),
    [cancelRollback.name]: ({ id }) => rollback({ id, canCancel: false }),
    [planRollForward.name]: () => ({
      ...plan({ version: '4.12.1' }),
      id: 'plan of the way forward',
      from: '4.11.7',
      ...this.planFields,
    }),
    [rollForward.name]: ({ id, reason }) =>
      rollback({ id: 'forward-9', kind: 'roll-forward', undoes: id, reason }),
    [planRollbackSet.name]: () => this.setPlan,
    [startRollbackSet.name]: () => this.set,
    [getRollbackSet.name]: () => this.set,
    [listServices.name]: () => ({
      ...page(
        [
          {
            service: this.layout.service,
            name: 'quotes',
            title: 'Quotes',
            owners: [],
            type: 'service',
            environments: [],
            facts: {},
          },
        ],
        { limit: 50 },
      ),
      facets: { teams: [], environments: [], types: [], lifecycles: [] },
      staleFacts: [],
    }),
  };
}

function page<T>(
  all: T[],
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const from = Number(cursor ?? 0);
  const to = from + limit;
  return {
    items: all.slice(from, to),
    totalItems: all.length,
    nextCursor: to < all.length ? String(to) : undefined,
  };
}

/** As the backend does: a wrong field is refused, and so is one that an operation does not know. */
async function parse(operation: Operation, input: unknown) {
  const schema = operation.input as unknown as {
    strict(): typeof operation.input;
  };
  const parsed = schema.strict().safeParse(input);
  if (parsed.success) return parsed.data as Record<string, any>;
  const fields = parsed.error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }));
  throw await responseError({
    status: 400,
    message: 'The input is wrong',
    details: { fields },
  });
}

function responseError({ status, message, details }: Failure) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message, details },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}
