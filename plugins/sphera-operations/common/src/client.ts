import { ResponseError } from '@backstage/errors';
import { Operation, OutputOf, RequestOf } from './operation';

/**
 * Sends a request to a plugin's routes, saying who asks. `path` begins with a
 * slash. The browser and a backend plugin differ here, and only here.
 */
export type OperationTransport = (
  plugin: string,
  path: string,
  init: RequestInit,
) => Promise<Response>;

/** Calls operations over HTTP, typed by their definitions. */
export interface OperationsClient {
  /**
   * Asks for an operation.
   * @throws ResponseError whose `body.error` says what was wrong.
   */
  call<T extends Operation>(
    operation: T,
    input: RequestOf<T>,
    options?: { signal?: AbortSignal },
  ): Promise<OutputOf<T>>;
}

/** The client over a transport. */
export function createOperationsClient(
  transport: OperationTransport,
): OperationsClient {
  return {
    async call(operation, input, options) {
      const { path, init } = requestFor(operation, input);
      const response = await transport(operation.plugin, path, {
        ...init,
        signal: options?.signal,
      });
      if (!response.ok) throw await ResponseError.fromResponse(response);
      return response.json();
    },
  };
}

/** Whether a call is a GET with its input in the query; any other is a POST with a JSON body. */
export function isAskedByQuery(operation: Operation): boolean {
  return operation.effect === 'read' && !operation.isConfidential;
}

/** Path below the plugin's base URL and the rest of the request for one call. */
export function requestFor<T extends Operation>(
  operation: T,
  input: RequestOf<T>,
): { path: string; init: RequestInit } {
  const path = `/v1/${operation.name}`;
  if (!isAskedByQuery(operation)) {
    return {
      path,
      init: {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      },
    };
  }
  const query = toQuery(input).toString();
  return { path: query ? `${path}?${query}` : path, init: { method: 'GET' } };
}

function toQuery(input: object): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(field, String(one));
    }
  }
  return query;
}
