import { ResponseError } from '@backstage/errors';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';

/** How an operation fails. */
export interface Failure {
  status: number;
  message: string;
  details?: object;
}

/** Answers by the name of their operation, behind the client that pages use. Inputs are checked by the operations' own schemas. */
export class AnswersOfTest implements OperationsClient {
  /** What pages asked for: name and parsed input. */
  readonly asked: [string, Record<string, any>][] = [];
  protected readonly answers: Record<string, (input: any) => unknown> = {};
  private readonly failures = new Map<string, Failure>();

  /** Sets what an operation answers. */
  answer(operation: Operation, answer: (input: any) => unknown) {
    this.answers[operation.name] = answer;
  }

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
}

/** One page of a list, as an operation answers it. */
export function page<T>(
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
