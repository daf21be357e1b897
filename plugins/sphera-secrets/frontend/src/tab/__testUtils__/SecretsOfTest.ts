import { ResponseError } from '@backstage/errors';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';
import {
  ComparedSecret,
  compareSecrets,
  listSecrets,
  listVersions,
  SecretRow,
  SecretsPlace,
  UnfinishedChange,
  Version,
} from '@sphera/plugin-secrets-common';
import { livePlaces, minutesAgo, secret, sums } from './answers';

/** The secrets of one service, in memory, behind the client that pages use. Inputs are checked by the operations' own schemas. */
export class SecretsOfTest implements OperationsClient {
  rows: SecretRow[] = [secret('database-password'), secret('mail-token')];
  places: SecretsPlace[] = livePlaces();
  unfinished: UnfinishedChange[] = [];
  compared: ComparedSecret[] = [];
  versions: Version[] = [
    {
      versionId: 'version-2',
      isCurrent: true,
      isPrevious: false,
      stages: ['AWSCURRENT'],
      createdAt: minutesAgo(60 * 24 * 3),
      by: 'user:default/dana',
    },
    {
      versionId: 'version-1',
      isCurrent: false,
      isPrevious: true,
      stages: ['AWSPREVIOUS'],
      createdAt: minutesAgo(60 * 24 * 30),
    },
  ];
  /** What pages asked for: name and parsed input. */
  readonly asked: [string, Record<string, unknown>][] = [];
  private readonly failures = new Map<string, [number, string]>();

  /** Lets an operation fail until it is called with no failure. */
  fail(operation: Operation, status?: number, message?: string) {
    this.failures.delete(operation.name);
    if (status && message) {
      this.failures.set(operation.name, [status, message]);
    }
  }

  async call(operation: Operation, input: any): Promise<any> {
    const failure = this.failures.get(operation.name);
    if (failure) throw await responseError(...failure);
    // As the backend does: what an operation does not know is refused.
    const parsed = strict(operation).parse(input);
    this.asked.push([operation.name, parsed]);
    return JSON.parse(JSON.stringify(this.answer(operation, parsed)));
  }

  private answer(operation: Operation, input: any): unknown {
    switch (operation.name) {
      case listSecrets.name:
        return this.list(input);
      case listVersions.name:
        return { items: this.versions };
      case compareSecrets.name:
        return { items: this.compared };
      default:
        throw new Error(`No answer for ${operation.name}`);
    }
  }

  private list(input: { text?: string; only?: string; limit: number }) {
    const found = this.rows.filter(
      ({ name, drift }) =>
        name.includes(input.text ?? '') &&
        (input.only !== 'drift' || drift.length > 0),
    );
    return {
      items: found.slice(0, input.limit),
      totalItems: found.length,
      places: this.places,
      unfinished: this.unfinished,
      environments: this.rows.length > 0 ? sums(this.rows) : [],
    };
  }
}

function strict({ input }: Operation) {
  return (input as unknown as { strict(): typeof input }).strict();
}

function responseError(status: number, message: string) {
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
