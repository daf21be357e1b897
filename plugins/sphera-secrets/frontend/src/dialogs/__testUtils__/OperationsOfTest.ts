import { ResponseError } from '@backstage/errors';
import {
  Operation,
  OperationsClient,
  OutputOf,
} from '@sphera/plugin-operations-common';
import {
  createSecret,
  getStandard,
  listSecrets,
  NAME_TOKEN,
  type SecretRow,
  type StandardAnswer,
} from '@sphera/plugin-secrets-common';
import { livePlaces, secret, sums } from '../../tab/__testUtils__/answers';

type Answer<T extends Operation> = (input: any) => OutputOf<T>;

/** What the backend answers in tests, operation by operation. Inputs are checked by the operations' own schemas. */
export class OperationsOfTest implements OperationsClient {
  rows: SecretRow[] = [secret('database-password')];
  /** What was asked, apart from what opens a dialog: name and parsed input. */
  readonly asked: [string, any][] = [];
  private readonly answers = new Map<string, (input: any) => unknown>();

  constructor() {
    this.on(getStandard, () => standard());
    this.on(listSecrets, () => ({
      items: this.rows,
      totalItems: this.rows.length,
      places: livePlaces(),
      unfinished: [],
      environments: sums(this.rows),
    }));
    this.on(createSecret, () => ({ change: 'change-1', places: [] }));
  }

  /** From now on an operation answers so; to fail, throw what {@link failure} makes. */
  on<T extends Operation>(operation: T, answer: Answer<T>): this {
    this.answers.set(operation.name, answer);
    return this;
  }

  /** The inputs that an operation was asked with. */
  inputsOf(operation: Operation): any[] {
    return this.asked
      .filter(([name]) => name === operation.name)
      .map(([, input]) => input);
  }

  async call(operation: Operation, input: any): Promise<any> {
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path, message }) => ({
        field: path.join('.'),
        message,
      }));
      throw await ResponseError.fromResponse(
        failure(400, 'Some fields are wrong', { fields }),
      );
    }
    this.asked.push([operation.name, parsed.data]);
    const answer = this.answers.get(operation.name);
    if (!answer) throw new Error(`No answer for ${operation.name}`);
    try {
      return JSON.parse(JSON.stringify(await answer(parsed.data)));
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown;
      throw await ResponseError.fromResponse(thrown);
    }
  }
}

/** An answer that says what went wrong; throw it. */
export function failure(status: number, message: string, details?: object) {
  return new Response(
    JSON.stringify({
      error: { name: 'Error', message, details },
      response: { statusCode: status },
    }),
    { status, headers: { 'content-type': 'application/json' } },
  );
}

/** The standard of the service quotes in all six places. */
export function standard(): StandardAnswer {
  return {
    places: livePlaces().map(({ environment, region }) => ({
      environment,
      region,
      fullName: `${environment}/quotes/${NAME_TOKEN}`,
      tags: [
        { key: 'service', value: 'quotes' },
        { key: 'environment', value: environment },
      ],
      kmsKey: `alias/kestrel-${environment}`,
    })),
    names: {
      pattern: '[a-z][a-z0-9-]{1,62}',
      example: 'database-password',
      sentence: 'lower-case words joined by hyphens',
    },
    longestValue: 65_536,
    forbidden: ['a private key in plain'],
    recoveryDays: 30,
  };
}
